using System.Threading.Channels;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What an open stream hears.</summary>
/// <param name="until">When the token ends that it was opened with.</param>
internal sealed class OpenStream(DateTimeOffset until)
{
    private long _until = until.UtcTicks;

    /// <summary>One look sees all there is.</summary>
    private readonly Channel<StreamCall> _calls = Channel.CreateBounded<StreamCall>(new BoundedChannelOptions(2) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Whether another stream of the conversation took its place.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Whether no token is behind it any more.</summary>
    public bool IsExpired(DateTimeOffset now) => now.UtcTicks >= Volatile.Read(ref _until);

    /// <summary>Another token is behind it.</summary>
    public void Extend(DateTimeOffset to) => Volatile.Write(ref _until, to.UtcTicks);

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
