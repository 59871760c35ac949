using System.Data.Common;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>
/// The log of turns as one kind of database keeps it. Everything here runs on the writer, inside its transaction; memory
/// is told in <see cref="Committed"/>, when that transaction is on disk.
/// </summary>
internal interface ITurnLog
{
    /// <summary>Makes all that is on disk findable; the first thing that a new connection does.</summary>
    Task Open(DbConnection writer);

    /// <summary>Whether what appends a turn also asks if its key is still held.</summary>
    bool AsksForKeys { get; }

    /// <summary>
    /// What looks up a session and its owner, on a reader: number, wrapped key, version and body of the last turn, the session
    /// that the owner opened last on the channel, and the place.
    /// </summary>
    Statement Look { get; }

    /// <summary>What reads all turns of a session, on a reader, the newest first.</summary>
    Call<(long Version, byte[] Body)> TurnsOf(byte[] session, LogPlace place);

    /// <summary>Whether memory alone can tell that only what another node does in this very instant can be in a turn's way.</summary>
    bool IsSureOf(SealedTurn turn, long era);

    /// <summary>What appends turns; those that are seen to be overtaken become <see cref="CommitResult.Stale"/> already.</summary>
    ValueTask<IReadOnlyList<Call>> Append(DbConnection writer, IReadOnlyList<UnitWork> turns, Appending among);

    /// <summary>Reads off what the calls of <see cref="Append"/> have returned which turns were overtaken after all.</summary>
    void Judge(IReadOnlyList<UnitWork> turns, IReadOnlyList<Call> appended);

    /// <summary>The last step of a group, when nothing of it can be undone any more but all of it.</summary>
    Task Settle(DbConnection writer);

    /// <summary>Deletes the turns of all sessions of an owner.</summary>
    Task Erase(DbConnection writer, string owner);

    /// <summary>Forgets what another node may have erased.</summary>
    void Forget();

    /// <summary>What was written since the last call is on disk.</summary>
    void Committed();
}
