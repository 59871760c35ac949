using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// Where turns are kept. One writer per node commits all waiting units as a group; a unit is all or nothing, and when
/// <see cref="Commit"/> returns <see cref="CommitResult.Committed"/> it is on disk. Nothing here holds its caller's thread,
/// however slow the disk: a reply must be able to leave in time.
/// </summary>
public interface IStore
{
    /// <summary>The session of a key with its last request; where there is none, the session that the address opened last.</summary>
    /// <param name="address">The one that the session is of; with another nothing is found.</param>
    ValueTask<Known> Find(SessionKey key, Address address, CancellationToken cancellation);

    /// <summary>The session that an address opened last with a fund.</summary>
    ValueTask<Session?> FindLatest(FundId fund, Address address, CancellationToken cancellation);

    /// <summary>The reply once given to a request of a session, byte for byte; null where there was none.</summary>
    Task<string?> FindReply(SessionKey key, Address address, string request, CancellationToken cancellation);

    Task<CommitResult> Commit(Unit unit, CancellationToken cancellation);
}
