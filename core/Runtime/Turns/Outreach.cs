using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Runtime.Turns;

/// <summary>A turn of a person's chat that begins on our side.</summary>
/// <param name="Way">How the channel speaks to the person: what the <see cref="TurnRequest.Way"/> of an earlier turn gave.</param>
/// <param name="Once">What tells it from every other of the fund's: a copy of it is not taken again.</param>
/// <param name="Read">Reads it against the session as it stands.</param>
public sealed record Outreach(Fund Fund, Address Address, string Way, string Once, Func<StoredSession?, Reading> Read)
{
    public override string ToString() => $"Outreach {{ {Fund.Id} {Address.Channel} }}";
}
