using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>A text with the place it was read from.</summary>
internal sealed record LocatedText(TextTemplate Template, string File, int Line);
