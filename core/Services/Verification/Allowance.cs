namespace ChatChannels.Services.Verification;

/// <summary>
/// So much of something may be had in a day. Half of it may be had at once and the other half comes back evenly over the day, so that
/// whoever is refused waits minutes, not until tomorrow, and no 24 hours bring more than <paramref name="Most"/>. A silent one is
/// counted by calendar days instead: of it nobody is told how long to wait.
/// </summary>
/// <param name="Subject">Who or what is limited. Personal.</param>
/// <param name="Cost">What this time takes of it: 0 only looks.</param>
/// <param name="IsSilent">Whether going beyond is told to nobody: what comes behind costs nothing any more, and nothing is done.</param>
public sealed record Allowance(string Subject, int Most, int Cost = 1, bool IsSilent = false)
{
    /// <summary>What may be had at once.</summary>
    public int AtOnce => (Most + 1) / 2;

    /// <summary>How long it takes until one more may be had.</summary>
    public TimeSpan Step => TimeSpan.FromDays(1) / Math.Max(1, Most / 2);

    public override string ToString() => $"Allowance {{ {Most} }}";
}
