namespace ChatChannels.Conversation.Flows;

/// <summary>A message that entering a state sends: its key under <c>messages</c>, the channels it goes by, and the line that says so.</summary>
public sealed record Notification(string Template, ImmutableArray<Channel> Kinds, int Line);
