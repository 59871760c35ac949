using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage;

/// <summary>
/// Where turns are kept. One writer per node commits all waiting units as a group; a unit is all or nothing, and when
/// <see cref="Commit"/> returns <see cref="CommitResult.Committed"/> it is on disk.
/// </summary>
public interface IStore
{
    /// <summary>The session of a key with its last request, or null.</summary>
    Task<StoredSession?> FindSession(SessionKey key, CancellationToken cancellation);

    /// <summary>What is remembered of a person's address: the language used last, and the latest session left unfinished.</summary>
    Task<Standing?> FindStanding(FundId fund, Address address, CancellationToken cancellation);

    /// <summary>The reply once given to a request of a session, byte for byte; null where there was none.</summary>
    Task<string?> FindReply(SessionKey key, string request, CancellationToken cancellation);

    Task<CommitResult> Commit(Unit unit, CancellationToken cancellation);
}
