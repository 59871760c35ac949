using ChatChannels.Conversation.Localization;

namespace ChatChannels.Host.Checking;

/// <summary>How many segments the SMS of a message takes at most.</summary>
internal sealed record MessageSize(string Template, Language Language, int Segments);
