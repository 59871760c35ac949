namespace ChatChannels.Conversation.Flows;

/// <summary>A mobile operator: its network code (MCC and MNC), its name, and how many seconds it lets a USSD session last.</summary>
public sealed record Operator(string NetworkCode, string Name, int SessionSeconds);
