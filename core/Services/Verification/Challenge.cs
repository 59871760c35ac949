namespace ChatChannels.Services.Verification;

/// <summary>A code that was sent, as the store keeps it. It tells neither the code nor whose it is.</summary>
/// <param name="Hash">Keyed hash of the code, bound to the challenge and to what the code proves.</param>
/// <param name="Expires">From this instant on it proves nothing.</param>
public sealed record Challenge(string Id, string Hash, DateTimeOffset Expires)
{
    /// <summary>How often it was tried, the try that is being judged included.</summary>
    public long Checks { get; init; }

    public bool IsUsed { get; init; }
}
