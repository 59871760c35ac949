using System.Data.Common;
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

    /// <summary>Appends turns; those whose session another turn has moved on become <see cref="CommitResult.Stale"/>.</summary>
    Task Append(DbConnection writer, IReadOnlyList<UnitWork> turns);

    /// <summary>The last step of a group, when nothing of it can be undone any more but all of it.</summary>
    Task Settle(DbConnection writer);

    /// <summary>Deletes the turns of all sessions of an owner.</summary>
    Task Erase(DbConnection writer, string owner);

    /// <summary>What was written since the last call is on disk.</summary>
    void Committed();
}
