namespace ChatChannels.Conversation.Engine;

/// <summary>The result of one advance: the next session, and what must happen outside, in order.</summary>
public sealed record Step(Session Session, ImmutableArray<Effect> Effects);
