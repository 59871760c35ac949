using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Runtime.Storage;

/// <summary>What is remembered of an address between sessions.</summary>
public sealed record Standing(Language Language, Session? Unfinished);
