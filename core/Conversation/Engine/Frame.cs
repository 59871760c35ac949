namespace ChatChannels.Conversation.Engine;

/// <summary>One flow in progress: which flow, in the version it began with, and the state it stands in. The last frame of a session runs.</summary>
public sealed record Frame(string Flow, int Version, string State);
