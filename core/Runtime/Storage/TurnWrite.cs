using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage;

/// <summary>The committed side of a turn.</summary>
/// <param name="Session">The next session; its version is one more than the stored one, which the commit checks.</param>
/// <param name="Request">What the channel tells a repeated request by.</param>
/// <param name="Reply">The reply, byte for byte.</param>
public sealed record TurnWrite(Session Session, string Request, string Reply);
