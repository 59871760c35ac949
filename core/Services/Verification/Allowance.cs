namespace ChatChannels.Services.Verification;

/// <summary>So much of something may be had on a day.</summary>
/// <param name="Subject">Who or what is limited. Personal.</param>
/// <param name="Cost">What this time takes of it: 0 only looks.</param>
/// <param name="IsSilent">Whether going beyond is told to nobody: what comes behind costs nothing any more, and nothing is done.</param>
public sealed record Allowance(string Subject, int Most, int Cost = 1, bool IsSilent = false)
{
    public override string ToString() => $"Allowance {{ {Most} }}";
}
