using System.Collections.Immutable;
using ChatChannels.Conversation;

namespace ChatChannels.Services.Dialogues;

/// <summary>A file that was sent in a dialogue.</summary>
/// <param name="Dialogue">The dialogue's id.</param>
/// <param name="Id">Tells it from every other.</param>
/// <param name="Content">Personal.</param>
public sealed record DialogueFile(FundId Fund, string Dialogue, Guid Id, ImmutableArray<byte> Content, DateTimeOffset At)
{
    public override string ToString() => $"DialogueFile {{ {Fund} {Content.Length} }}";
}
