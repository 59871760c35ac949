using ChatChannels.Conversation.Engine;

namespace ChatChannels.Host.Checking;

/// <summary>A screen that every fund has whatever its flows say.</summary>
/// <param name="Name">What it is, for the table.</param>
/// <param name="Text">The key of the text it shows, which is where an editor mends it.</param>
internal sealed record EngineScreen(string Name, string Text, Prompt Prompt);
