using ChatChannels.Conversation.Flows;

namespace ChatChannels.Host.Checking;

/// <summary>A state at whose end more time has passed since a save point than a session lasts.</summary>
internal sealed record SlowState(Flow Flow, State State, string Since, int Seconds);
