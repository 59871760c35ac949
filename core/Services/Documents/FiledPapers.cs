using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Services.Documents;

/// <summary>What became of the papers that were asked for.</summary>
/// <param name="Answers">The answers as they are to be kept: only what is really there counts as sent.</param>
/// <param name="Awaits">The papers that are still to come, as flows call them.</param>
/// <param name="Changes">Files what was sent, and sends the links for what was not.</param>
public sealed record FiledPapers(AnswerSheet Answers, ImmutableArray<string> Awaits, ImmutableArray<Change> Changes)
{
    public override string ToString() => $"FiledPapers {{ {Awaits.Length} }}";
}
