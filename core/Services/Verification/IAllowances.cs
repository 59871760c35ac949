namespace ChatChannels.Services.Verification;

/// <summary>
/// Counts what may be had only so often. All is counted in one transaction and on disk before it is told, so that parallel
/// requests cannot slip past; when it cannot be counted, nothing is granted.
/// </summary>
public interface IAllowances
{
    /// <summary>Takes from each in turn, up to the first that refuses.</summary>
    Task<Allowed> Take(IReadOnlyList<Allowance> allowances, DateOnly day, CancellationToken cancellation);
}
