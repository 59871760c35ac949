using System.Threading.Channels;

namespace ChatChannels.Runtime.Delivery;

/// <summary>Calls the courier at once, when this node has put something in the outbox that somebody waits for.</summary>
public sealed class DeliveryBell
{
    private readonly Channel<bool> _rings = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings; while it is ringing already, that is enough.</summary>
    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Each ring, until cancelled.</summary>
    public IAsyncEnumerable<bool> Rings(CancellationToken cancellation) => _rings.Reader.ReadAllAsync(cancellation);
}
