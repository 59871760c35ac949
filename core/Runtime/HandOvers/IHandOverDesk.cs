using ChatChannels.Conversation;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Runtime.HandOvers;

/// <summary>What agents see and do of the people who are handed over to them. Agents are told apart by opaque ids.</summary>
public interface IHandOverDesk
{
    /// <summary>Those who wait or are with an agent, in the order in which they asked.</summary>
    Task<IReadOnlyList<HandOver>> Open(FundId fund, CancellationToken cancellation);

    /// <summary>What was said behind a number, by the person from when they began to wait, and by the agent.</summary>
    Task<IReadOnlyList<HandOverWords>> Words(HandOver handOver, long after, CancellationToken cancellation);

    /// <summary>Takes the person who waits; of many agents exactly one does.</summary>
    Task<DeskAnswer> Take(HandOver handOver, string agent);

    /// <summary>Says something to the person.</summary>
    /// <param name="once">The agent's own id of it: it is said once, however often this is called.</param>
    Task<DeskAnswer> Say(HandOver handOver, string agent, string once, string text);

    /// <summary>Gives the person back to the bot, who goes on where they were.</summary>
    Task<DeskAnswer> Return(HandOver handOver, string agent);
}
