using System.Collections.Concurrent;

namespace ChatChannels.Hostility;

/// <summary>As many connections of a gateway as are needed at once.</summary>
internal sealed class GatewayLines(Uri address) : IDisposable
{
    private readonly ConcurrentBag<RawGateway> _idle = [];

    public async Task<Caught> Send(HostileCallback callback)
    {
        var gateway = _idle.TryTake(out var idle) ? idle : new RawGateway(address);
        var caught = await gateway.Send(callback);
        _idle.Add(gateway);
        return caught;
    }

    public void Dispose()
    {
        foreach (var gateway in _idle)
            gateway.Dispose();
    }
}
