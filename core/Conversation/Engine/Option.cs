namespace ChatChannels.Conversation.Engine;

/// <summary>Something to choose: the key to type, the value it stands for, and its words.</summary>
public sealed record Option(string Key, string Value, string Label);
