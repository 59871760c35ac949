using ChatChannels.Conversation;

namespace ChatChannels.Services.HandOvers;

/// <summary>The hand-overs there are. They are written by changes in the units of the chats' turns.</summary>
public interface IHandOvers
{
    Task<HandOver?> Find(FundId fund, string id, CancellationToken cancellation);

    /// <summary>Those that wait or are with an agent, in the order in which they were asked for.</summary>
    Task<IReadOnlyList<HandOver>> Open(FundId fund, CancellationToken cancellation);

    /// <summary>How many wait before one; all who wait, where it is null.</summary>
    Task<int> Waiting(FundId fund, string? before, CancellationToken cancellation);

    /// <summary>What was said behind a number, in order.</summary>
    Task<IReadOnlyList<HandOverWords>> Words(HandOver handOver, long after, CancellationToken cancellation);

    /// <summary>Those of all funds that nobody answered in time, longest due first.</summary>
    Task<IReadOnlyList<HandOver>> Due(DateTimeOffset now, int limit, CancellationToken cancellation);

    /// <summary>Forgets those that ended before an instant, with all that was said; returns how many there were.</summary>
    Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation);
}
