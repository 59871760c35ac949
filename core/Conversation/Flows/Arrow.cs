namespace ChatChannels.Conversation.Flows;

/// <summary>One arrow of a flow, as its file declares it.</summary>
public sealed record Arrow(string From, string Trigger, Condition When, string To, int Line);
