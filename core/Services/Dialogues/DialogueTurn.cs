using System.Collections.Immutable;
using ChatChannels.Conversation;

namespace ChatChannels.Services.Dialogues;

/// <summary>What one turn adds to a dialogue. Its activities are numbered one after the other behind those that are there, when it is written.</summary>
/// <param name="Dialogue">The dialogue's id.</param>
/// <param name="Id">Tells the turn from every other of the dialogue's: the client's own id of what it sent, where there is one. Read back it is a hash of that.</param>
/// <param name="Activities">JSON, each without a line break; at least one. Personal.</param>
/// <param name="First">The number of the first activity, from 1; 0 before it is written.</param>
public sealed record DialogueTurn(FundId Fund, string Dialogue, string Id, ImmutableArray<string> Activities, DateTimeOffset At, long First = 0)
{
    /// <summary>The number of the last activity, up to which a client has read when it has read this turn.</summary>
    public long Last => First + Activities.Length - 1;

    public override string ToString() => $"DialogueTurn {{ {Fund} {Activities.Length} }}";
}
