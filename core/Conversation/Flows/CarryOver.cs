namespace ChatChannels.Conversation.Flows;

/// <summary>How a session of an earlier version stands in this one: each old state's new name, and answers that changed their name.</summary>
public sealed record CarryOver(int From, ImmutableDictionary<string, string> States, ImmutableDictionary<string, string> Answers, int Line);
