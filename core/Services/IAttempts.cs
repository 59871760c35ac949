namespace ChatChannels.Services;

/// <summary>
/// Counts tries against secrets. A try is counted and committed before anything is compared, so that parallel guesses
/// cannot slip past the limit; when the count cannot be had, nothing may be compared.
/// </summary>
public interface IAttempts
{
    /// <summary>Counts one more try against each subject on that day.</summary>
    /// <returns>The tries of the day against each subject, this one included, in the order asked.</returns>
    Task<IReadOnlyList<int>> Count(IReadOnlyList<string> subjects, DateOnly day, CancellationToken cancellation);

    /// <summary>Takes one try of that day back, after the right secret was given.</summary>
    Task GiveBack(string subject, DateOnly day, CancellationToken cancellation);

    /// <summary>Forgets the tries against a subject, after the right secret was given.</summary>
    Task Forgive(string subject, CancellationToken cancellation);
}
