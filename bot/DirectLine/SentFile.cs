using ChatChannels.Conversation.Answers;

namespace ChatChannels.Bot.DirectLine;

/// <summary>A file as it came in. Personal.</summary>
/// <param name="Kind">What it is by its content.</param>
internal sealed record SentFile(string Name, FileKind Kind, byte[] Content)
{
    public override string ToString() => $"SentFile {{ {Kind.MediaType} {Content.Length} }}";
}
