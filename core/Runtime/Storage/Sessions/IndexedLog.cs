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
        WHERE (SELECT k.wrapped FROM keys k WHERE k.owner = r.holder) = r.wrapped
          AND (r.version = 1 OR (SELECT t.version FROM turns t WHERE t.session = r.session AND t.version = r.version - 1) IS NOT NULL)
        ORDER BY r.session ON CONFLICT DO NOTHING RETURNING session
        """,
        $"{SealedTurn.Columns}, holder text, wrapped bytes");

    private static readonly Statement Turns = new(
        "SELECT t.version, t.body FROM {rows} JOIN turns t ON t.session = r.session ORDER BY t.version DESC", "session bytes");

    private static readonly Statement Delete = new(
        "DELETE FROM turns WHERE session IN (SELECT s.session FROM sessions s JOIN {rows} ON s.owner = r.owner)",
        "owner text");

    public Task Open(DbConnection writer) => Task.CompletedTask;

    public bool AsksForKeys => true;

    public Statement Look { get; } = new(
        """
        SELECT r.n,
          (SELECT wrapped FROM keys WHERE owner = r.owner),
          (SELECT MAX(version) FROM turns WHERE session = r.session),
          (SELECT body FROM turns WHERE session = r.session ORDER BY version DESC LIMIT 1),
          (SELECT session FROM sessions WHERE owner = r.owner AND channel = r.channel ORDER BY opened DESC LIMIT 1),
          NULL::bigint, NULL::bigint
        FROM {rows}
        """,
        GroupReader.Columns);

    public Call<(long Version, byte[] Body)> TurnsOf(byte[] session, LogPlace place) =>
        new(Turns, [[session]], row => (row.Long(0), row.Bytes(1)));

    public ValueTask<IReadOnlyList<Call>> Append(DbConnection writer, IReadOnlyList<UnitWork> turns) =>
        ValueTask.FromResult<IReadOnlyList<Call>>([new Call<byte[]>(Insert, [.. turns.Select(u => Row(u.Unit.Turn!))], row => row.Bytes(0))]);

    public void Judge(IReadOnlyList<UnitWork> turns, IReadOnlyList<Call> appended)
    {
        var written = ((Call<byte[]>)appended[0]).Results;
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

    private static object?[] Row(SealedTurn turn) => [.. turn.Row(), turn.Holder.Owner, turn.Holder.Wrapped];
}
