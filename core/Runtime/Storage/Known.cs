using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage;

/// <summary>What the store knows when a request comes in.</summary>
/// <param name="Session">The session of the request's exchange, or null before its first turn.</param>
/// <param name="Latest">Where there is none: the session that the same address opened last, or null.</param>
public sealed record Known(StoredSession? Session, Session? Latest)
{
    /// <summary>The version that the session has once the request is answered.</summary>
    public long Next => (Session?.Session.Version ?? 0) + 1;
}
