using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage;

/// <summary>A session as stored, with the last request of its channel and the reply it got.</summary>
/// <param name="Request">What the channel tells a repeated request by; personal (USSD: all that was typed), so kept sealed.</param>
public sealed record StoredSession(Session Session, string Request, string Reply)
{
    public override string ToString() => $"StoredSession {{ {Session} }}";
}
