namespace ChatChannels.Services.Verification;

/// <summary>
/// Counts what may be had only so often. All is counted in one transaction and on disk before it is told, so that parallel
/// requests cannot slip past; when it cannot be counted, nothing is granted.
/// </summary>
public interface IAllowances
{
    /// <summary>Takes from each in turn, up to the first that refuses; then nothing is taken of those that are told.</summary>
    /// <param name="day">What silent ones are counted by.</param>
    Task<Allowed> Take(IReadOnlyList<Allowance> allowances, DateOnly day, DateTimeOffset now, CancellationToken cancellation);
}
