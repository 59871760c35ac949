using System.Collections.Immutable;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Dialogues;

namespace ChatChannels.Bot.DirectLine;

/// <summary>A message as it came in.</summary>
/// <param name="Once">The client's own id of it, by which a copy is told; null where it gave none, and every message is a new one.</param>
/// <param name="Echo">The message as the client will read it back.</param>
/// <param name="Known">The language that the client tells.</param>
internal sealed record Said(string? Once, Activity Echo, Language? Known)
{
    public ImmutableArray<DialogueFile> Files { get; init; } = [];

    /// <summary>Whether it came with files that nothing asks for, of which none was read.</summary>
    public bool IsDeclined { get; init; }

    public override string ToString() => "Said { *** }";
}
