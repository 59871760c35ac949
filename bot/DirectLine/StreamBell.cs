using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Calls the streams that are open on this node, one of each conversation.</summary>
internal sealed class StreamBell(IOptions<BotOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, OpenStream> _streams = new(StringComparer.Ordinal);

    /// <summary>How often a stream is to look by itself, for what other nodes have written.</summary>
    public TimeSpan Every => options.Value.DirectLine.Every;

    /// <summary>Opens a stream. An older one is sent away: a client comes back before its dead connection is noticed.</summary>
    /// <param name="until">When the token that it was opened with ends.</param>
    public OpenStream Open(string conversation, DateTimeOffset until)
    {
        var stream = new OpenStream(until);
        _streams.AddOrUpdate(conversation, stream, (_, older) =>
        {
            older.SendAway();
            return stream;
        });
        return stream;
    }

    public void Close(string conversation, OpenStream stream) => _streams.TryRemove(KeyValuePair.Create(conversation, stream));

    /// <summary>The holder of the conversation got another token: a stream that is open here lives as long.</summary>
    public void Extend(string conversation, TimeSpan life)
    {
        if (_streams.TryGetValue(conversation, out var stream))
            stream.Extend(time.GetUtcNow() + life);
    }

    public void Ring(string conversation, StreamCall call)
    {
        if (_streams.TryGetValue(conversation, out var stream))
            stream.Call(call);
    }
}
