using System.Data.Common;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>
/// The log that several nodes share: found by session and version from the moment it is committed, and won by whoever
/// writes a version first.
/// </summary>
internal sealed class IndexedLog(Database database) : ITurnLog
{
    // Asked row by row: a join would be planned while the table is small, and scan it when it is large.
    private static readonly Statement Insert = new(
        """
        INSERT INTO turns (session, version, at, owner, channel, body)
        SELECT r.session, r.version, r.at, r.owner, r.channel, r.body FROM {rows}
        WHERE r.version = 1 OR (SELECT t.version FROM turns t WHERE t.session = r.session AND t.version = r.version - 1) IS NOT NULL
        ORDER BY r.session ON CONFLICT DO NOTHING RETURNING session
        """,
        SealedTurn.Columns);

    private static readonly Statement Delete = new(
        "DELETE FROM turns WHERE session IN (SELECT s.key FROM sessions s JOIN {rows} ON s.owner = r.owner)",
        "owner text");

    public Task Open(DbConnection writer) => Task.CompletedTask;

    public async Task Append(DbConnection writer, IReadOnlyList<UnitWork> turns)
    {
        var written = await database.Run(writer, Insert, [.. turns.Select(u => u.Unit.Turn!.Row())], r => r.Bytes(0));
        if (written.Count == turns.Count)
            return;
        var won = written.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in turns.Where(u => !won.Contains(Convert.ToHexString(u.Unit.Turn!.Session))))
            unit.Result = CommitResult.Stale;
    }

    public Task Settle(DbConnection writer) => Task.CompletedTask;

    public Task Erase(DbConnection writer, string owner) => database.Run(writer, Delete, [[owner]], _ => true);

    public void Committed()
    {
    }
}
