namespace ChatChannels.Services.Verification;

/// <summary>
/// Codes that were sent. They are issued and used up by a <see cref="Change"/> in the transaction of a turn; a try is counted
/// here, and on disk before anything is compared.
/// </summary>
public interface IChallenges
{
    /// <summary>Counts one more try against the line, the challenge and the person it is to prove.</summary>
    Task<CodeCount> Count(CodeTry attempt, CancellationToken cancellation);

    /// <summary>Forgets what is of no use any more: challenges that expired before an instant, counts of days gone by, lines silent for too long.</summary>
    /// <returns>How many challenges there were.</returns>
    Task<int> Sweep(DateTimeOffset before, DateOnly today, CancellationToken cancellation);
}
