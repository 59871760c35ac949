namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>What came of loading a fund: the fund, or the defects of its content, in the order of files and lines.</summary>
public sealed record FundLoad(Fund? Fund, ImmutableArray<Defect> Defects);
