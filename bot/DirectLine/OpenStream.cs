using System.Threading.Channels;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What an open stream hears.</summary>
internal sealed class OpenStream
{
    /// <summary>One look sees all there is.</summary>
    private readonly Channel<StreamCall> _calls = Channel.CreateBounded<StreamCall>(new BoundedChannelOptions(2) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Whether another stream of the conversation took its place.</summary>
    public bool IsReplaced { get; private set; }

    public void Call(StreamCall call) => _calls.Writer.TryWrite(call);

    /// <summary>Each call, until the stream is sent away.</summary>
    public IAsyncEnumerable<StreamCall> Calls(CancellationToken cancellation) => _calls.Reader.ReadAllAsync(cancellation);

    public void SendAway()
    {
        IsReplaced = true;
        Leave();
    }

    public void Leave() => _calls.Writer.TryComplete();
}
