namespace ChatChannels.Conversation.Engine;

/// <summary>One flow in progress. The last frame of a session runs, the others wait for it to return.</summary>
/// <param name="Entry">The state the flow was entered at; going back does not lead before it.</param>
public sealed record Frame(string Flow, int Version, string Entry, string State);
