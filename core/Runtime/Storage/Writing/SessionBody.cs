using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>What is sealed of a session.</summary>
internal sealed record SessionBody(Session Session, string Request);
