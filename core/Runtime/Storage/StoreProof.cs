namespace ChatChannels.Runtime.Storage;

/// <summary>
/// Proves that the writer makes transactions durable, for however many ask: a proof is a transaction of its own, for which hops wait, so
/// that one is made at a time, and one a second at most.
/// </summary>
internal sealed class StoreProof(Storehouse house, TimeProvider time)
{
    /// <summary>How long a proof is good, from its beginning.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task? _latest;
    private long _begun;

    /// <summary>The proof that is good, or on its way; fails where the writer did.</summary>
    public Task Latest()
    {
        lock (_lock)
        {
            if (_latest is { IsCompleted: false } || (_latest is not null && time.GetElapsedTime(_begun) < Life))
                return _latest;
            _begun = time.GetTimestamp();
            return _latest = house.Ping(CancellationToken.None);
        }
    }
}
