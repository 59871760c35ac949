using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Keys;

namespace ChatChannels.Runtime.Turns;

/// <summary>Counts the failed tries of messages that come again. In memory and per node: after a restart a message has its tries once more.</summary>
internal sealed class FailedTries
{
    /// <summary>Messages counted at once; one takes about 300 bytes. Beyond it the oldest are forgotten, and tried a little longer.</summary>
    private const int Messages = 10_000;

    private readonly BoundedCache<(SessionKey Session, string Message), int> _tries = new(Messages);
    private volatile bool _any;

    /// <summary>Counts one more failed try; says whether it was the last one the message has. One without an id cannot come again.</summary>
    public bool IsLast(TurnRequest request)
    {
        if (request.Tries is not { } most || request.Once is not { } once)
            return request.Tries is not null;
        _any = true;
        var tries = _tries.TryGet((request.Key, once), out var before) ? before + 1 : 1;
        _tries.Set((request.Key, once), tries);
        return tries >= most;
    }

    /// <summary>The message was taken.</summary>
    public void Forget(TurnRequest request)
    {
        if (_any && request.Once is { } once)
            _tries.Remove((request.Key, once));
    }
}
