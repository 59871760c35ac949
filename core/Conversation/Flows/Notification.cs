namespace ChatChannels.Conversation.Flows;

/// <summary>A message that entering a state sends: its key under <c>messages</c> and the channels it goes by.</summary>
public sealed record Notification(string Template, ImmutableArray<Channel> Kinds);
