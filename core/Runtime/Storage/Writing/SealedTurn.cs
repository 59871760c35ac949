using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sessions;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A turn as it is written: found by blind index, sealed.</summary>
internal sealed record SealedTurn
{
    /// <summary>The columns of <see cref="Row"/>.</summary>
    public const string Columns = "session bytes, version long, at long, owner text, channel text, body bytes";

    public required SessionKey Key { get; init; }

    public required byte[] Session { get; init; }

    /// <summary>The key that sealed it: that of the session's address.</summary>
    public required DataKey Holder { get; init; }

    public required long Version { get; init; }

    public required long At { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Where the log has put it.</summary>
    public LogPlace Place { get; set; }

    /// <summary>The first turn says whose the session is; the others need not.</summary>
    public object?[] Row() => Version is 1
        ? [Session, Version, At, Holder.Owner, Key.Channel.Name, Body]
        : [Session, Version, At, null, null, Body];
}
