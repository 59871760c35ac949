using System.Data.Common;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using Dapper;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>
/// The log of the only node there is: turns are appended by integer key, which writes a seventh of the bytes that a
/// random key costs, and answered from memory. Every <see cref="Tail"/> turns, and whenever a connection is opened,
/// what was appended is folded into the indexes by which the database finds it.
/// </summary>
internal sealed class FoldedLog(Database database, LiveSessions live) : ITurnLog
{
    /// <summary>Turns that may wait to be folded: enough that most sessions are folded once, few enough that nobody waits for it.</summary>
    private const int Tail = 1024;

    private static readonly Statement Insert = new(
        "INSERT INTO turns (session, version, at, owner, channel, body) SELECT r.session, r.version, r.at, r.owner, r.channel, r.body FROM {rows}",
        SealedTurn.Columns);

    private static readonly Statement LastVersion = new(
        "SELECT COALESCE(MAX(i.version), 0) FROM {rows} JOIN turn_index i ON i.session = r.session", "session bytes");

    private int _tail;
    private bool _folded;

    public bool AsksForKeys => false;

    public async Task Open(DbConnection writer)
    {
        await database.Run(writer, [Call.Of(database.Begin, Statement.Once)]);
        await Fold(writer);
        await database.Commit(writer);
        Committed();
        live.Clear();
    }

    public async ValueTask<Call> Append(DbConnection writer, IReadOnlyList<UnitWork> turns)
    {
        var rows = new List<object?[]>(turns.Count);
        foreach (var unit in turns)
        {
            if (await Version(writer, unit.Unit.Turn!) == unit.Unit.Turn!.Version - 1)
                rows.Add(unit.Unit.Turn.Row());
            else
                unit.Result = CommitResult.Stale;
        }

        return Call.Of(Insert, rows);
    }

    public void Judge(IReadOnlyList<UnitWork> turns, Call appended) => _tail += appended.Rows.Count;

    public Task Settle(DbConnection writer) => _tail < Tail ? Task.CompletedTask : Fold(writer);

    public async Task Erase(DbConnection writer, string owner)
    {
        await Fold(writer);
        await writer.ExecuteAsync(
            """
            DELETE FROM turns WHERE seq IN (SELECT i.seq FROM turn_index i JOIN sessions s ON s.key = i.session WHERE s.owner = @owner);
            DELETE FROM turn_index WHERE session IN (SELECT key FROM sessions WHERE owner = @owner);
            DELETE FROM sessions WHERE owner = @owner;
            UPDATE folded SET seq = (SELECT COALESCE(MAX(seq), 0) FROM turns);
            """,
            new { owner });
        live.Forget(owner);
    }

    public void Committed()
    {
        if (_folded)
            live.Unpin();
        _folded = false;
    }

    private async ValueTask<long> Version(DbConnection writer, SealedTurn turn) =>
        live.Find(turn.Key) is { } known
            ? known.Stored?.Session.Version ?? 0
            : (await database.Run(writer, LastVersion, [[turn.Session]], r => r.Long(0)))[0];

    private async Task Fold(DbConnection writer)
    {
        await Database.Execute(
            writer,
            """
            INSERT OR IGNORE INTO turn_index (session, version, seq)
              SELECT session, version, seq FROM turns WHERE seq > (SELECT seq FROM folded) ORDER BY session, version;
            INSERT OR IGNORE INTO sessions (seq, key, owner, channel)
              SELECT seq, session, owner, channel FROM turns WHERE seq > (SELECT seq FROM folded) AND version = 1;
            UPDATE folded SET seq = (SELECT COALESCE(MAX(seq), 0) FROM turns);
            """);
        Failpoint.Reach(Failpoint.DuringFold);
        _tail = 0;
        _folded = true;
    }
}
