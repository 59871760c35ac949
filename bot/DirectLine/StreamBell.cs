using System.Collections.Concurrent;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Calls the streams that are open on this node, one of each conversation.</summary>
internal sealed class StreamBell
{
    private readonly ConcurrentDictionary<string, OpenStream> _streams = new(StringComparer.Ordinal);

    /// <summary>Opens a stream. An older one is sent away: a client comes back before its dead connection is noticed.</summary>
    public OpenStream Open(string conversation)
    {
        var stream = new OpenStream();
        _streams.AddOrUpdate(conversation, stream, (_, older) =>
        {
            older.SendAway();
            return stream;
        });
        return stream;
    }

    public void Close(string conversation, OpenStream stream) => _streams.TryRemove(KeyValuePair.Create(conversation, stream));

    public void Ring(string conversation, StreamCall call)
    {
        if (_streams.TryGetValue(conversation, out var stream))
            stream.Call(call);
    }
}
