using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Turns;

/// <summary>One turn at a time per person on this node; across nodes the version of the session does it.</summary>
internal sealed class PersonLocks : IDisposable
{
    /// <summary>Enough that two of a few hundred people at once seldom share one.</summary>
    private const int Stripes = 4096;
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Held> Enter(FundId fund, Address address, CancellationToken cancellation)
    {
        var stripe = _stripes[(uint)HashCode.Combine(fund, address.Value) % Stripes];
        await stripe.WaitAsync(cancellation);
        return new Held(stripe);
    }

    public void Dispose() => Array.ForEach(_stripes, stripe => stripe.Dispose());

    internal readonly struct Held(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
