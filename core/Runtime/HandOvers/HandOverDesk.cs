using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>The desk on the store and the chats' turns: whatever an agent does is a turn of the person's session, so that it is guarded by its version.</summary>
public sealed class HandOverDesk(IHandOvers handOvers, HandOverTurns turns) : IHandOverDesk
{
    public Task<IReadOnlyList<HandOver>> Open(FundId fund, CancellationToken cancellation) => handOvers.Open(fund, cancellation);

    public Task<IReadOnlyList<HandOverWords>> Words(HandOver handOver, long after, CancellationToken cancellation) =>
        handOvers.Words(handOver, after, cancellation);

    public Task<DeskAnswer> Take(HandOver handOver, string agent) =>
        turns.Take(handOver, new Input.AgentTook(agent), $"taken by {agent}", session => session.Life is Life.AwaitingAgent);

    public Task<DeskAnswer> Say(HandOver handOver, string agent, string once, string text) =>
        OfAgent(handOver, agent, new Input.AgentReplied(text), $"said {once}");

    public Task<DeskAnswer> Return(HandOver handOver, string agent) => OfAgent(handOver, agent, new Input.AgentReturned(), "returned");

    /// <summary>Once taken, a hand-over stays its agent's until it is over; so who asks may be asked before the turn.</summary>
    private async Task<DeskAnswer> OfAgent(HandOver handOver, string agent, Input input, string once) =>
        await handOvers.Find(handOver.Fund, handOver.Id, CancellationToken.None) is { } current && string.Equals(current.Agent, agent, StringComparison.Ordinal)
            ? await turns.Take(current, input, once, session => session.Life is Life.WithAgent)
            : DeskAnswer.Refused;
}
