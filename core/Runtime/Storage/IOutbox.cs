using ChatChannels.Conversation;
using ChatChannels.Services.Messages;

namespace ChatChannels.Runtime.Storage;

/// <summary>The messages that wait for delivery. A message taken is leased: another node takes it only after the lease.</summary>
public interface IOutbox
{
    /// <summary>Takes messages that are due, oldest first, and counts a try for each.</summary>
    Task<IReadOnlyList<DueMessage>> Take(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellation);

    /// <summary>Records what came of a try.</summary>
    Task Settle(Guid message, DeliveryState state, DateTimeOffset? next, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The messages about one person's number that were delivered, newest first.</summary>
    Task<IReadOnlyList<Message>> DeliveredTo(string person, int limit, CancellationToken cancellation);

    /// <summary>The newest messages to anybody, whatever became of them, newest first; what the simulator shows. Reads the whole table.</summary>
    Task<IReadOnlyList<OutboxEntry>> Latest(int limit, CancellationToken cancellation);

    /// <summary>Expires what is past its time; returns how many.</summary>
    Task<int> Expire(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Sees to the messages that waited for a sender of one of these channels: those in their time are due, the others expire.</summary>
    /// <returns>How many are due, and how many have expired.</returns>
    Task<(int Due, int Expired)> Release(IReadOnlyCollection<Channel> channels, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>What has not left, by what it is. Opens every such message.</summary>
    Task<IReadOnlyList<WaitingMessages>> Waiting(CancellationToken cancellation);
}
