using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>What was proven of one fund that loads.</summary>
internal sealed record FundReport(Fund Fund, IReadOnlyList<ScreenTable> Tables, IReadOnlyList<MessageSize> Messages, IReadOnlyList<Defect> Defects, int Screens);
