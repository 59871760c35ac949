namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>What came of loading a fund: the fund, or every defect of its content at once, in the order of files and lines.</summary>
public sealed record FundLoad(Fund? Fund, ImmutableArray<Defect> Defects);
