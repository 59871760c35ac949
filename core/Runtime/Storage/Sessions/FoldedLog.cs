using System.Data.Common;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using Dapper;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>
/// The log of the only node there is: turns are appended by integer key, which writes a seventh of the bytes that a random
/// key costs, and answered from memory. A session touches one random page, that of its owner's key. Every <see cref="Tail"/>
/// turns, and whenever a connection is opened, it is noted which turn of each session is the last.
/// </summary>
internal sealed class FoldedLog(Database database, LiveSessions live) : ITurnLog
{
    /// <summary>Turns that may wait to be folded: enough that most sessions are folded once, few enough that nobody waits for it.</summary>
    private const int Tail = 1024;

    /// <summary>An owner's sessions, the newest first; read only as far as is asked for.</summary>
    private const string OfOwner =
        """
        WITH RECURSIVE mine AS (
          SELECT s.* FROM keys k JOIN sessions s ON s.opened = k.opened WHERE k.owner = @owner
          UNION ALL SELECT s.* FROM mine m JOIN sessions s ON s.opened = m.before)
        """;

    private static readonly Statement Insert = new(
        """
        INSERT INTO turns (seq, opened, prev, session, version, at, owner, channel, body)
        SELECT r.seq, r.opened, r.prev, r.session, r.version, r.at, r.owner, r.channel, r.body FROM {rows}
        """,
        $"seq long, opened long, prev long, {SealedTurn.Columns}");

    private static readonly Statement Begin = new(
        """
        INSERT INTO sessions (opened, before, last, session, owner, channel)
        SELECT r.seq, (SELECT k.opened FROM keys k WHERE k.owner = r.owner), r.seq, r.session, r.owner, r.channel FROM {rows}
        """,
        "seq long, session bytes, owner text, channel text");

    private static readonly Statement Standing = new(
        $"{OfOwner} SELECT m.opened, m.last, t.version FROM mine m JOIN turns t ON t.seq = m.last WHERE m.session = @session LIMIT 1",
        "session bytes, owner text");

    private static readonly Statement Chain = new(
        """
        WITH RECURSIVE chain AS (
          SELECT prev, version, body FROM turns WHERE seq = @last
          UNION ALL SELECT t.prev, t.version, t.body FROM chain c JOIN turns t ON t.seq = c.prev)
        SELECT version, body FROM chain
        """,
        "last long");

    private static readonly Statement DeleteTurns = new(
        $"""
        {OfOwner}, chain AS (
          SELECT t.seq, t.prev FROM mine m JOIN turns t ON t.seq = m.last
          UNION ALL SELECT t.seq, t.prev FROM chain c JOIN turns t ON t.seq = c.prev)
        DELETE FROM turns WHERE seq IN (SELECT seq FROM chain)
        """,
        "owner text");

    private static readonly Statement DeleteSessions = new(
        $"{OfOwner} DELETE FROM sessions WHERE opened IN (SELECT opened FROM mine)", "owner text");

    private long _next;
    private int _tail;
    private bool _folded;

    public bool AsksForKeys => false;

    public Statement Look { get; } = new(
        $"""
        SELECT @n, (SELECT wrapped FROM keys WHERE owner = @owner), t.version, t.body,
          ({OfOwner} SELECT session FROM mine WHERE channel = @channel LIMIT 1), t.opened, t.seq
        FROM (SELECT 1) LEFT JOIN turns t ON t.seq = ({OfOwner} SELECT last FROM mine WHERE session = @session LIMIT 1)
        """,
        GroupReader.Columns);

    public Call<(long Version, byte[] Body)> TurnsOf(byte[] session, LogPlace place) =>
        new(Chain, [[place.Last]], row => (row.Long(0), row.Bytes(1)));

    public async Task Open(DbConnection writer)
    {
        await database.Run(writer, [Call.Of(database.Begin, Statement.Once)]);
        await Fold(writer);
        _next = await writer.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(seq), 0) + 1 FROM turns");
        await database.Commit(writer);
        Committed();
        live.Clear();
    }

    public async ValueTask<IReadOnlyList<Call>> Append(DbConnection writer, IReadOnlyList<UnitWork> turns, Appending among)
    {
        var appended = new List<object?[]>(turns.Count);
        var begun = new List<object?[]>();
        foreach (var unit in turns)
        {
            var turn = unit.Unit.Turn!;
            var (place, version) = await Stand(writer, turn);
            if (version == turn.Version - 1)
                Append(turn, place, appended, begun);
            else
                unit.Result = CommitResult.Stale;
        }

        _tail += appended.Count;
        return [Call.Of(Insert, appended), Call.Of(Begin, begun)];
    }

    /// <summary>There is no other node, and nothing to be gained by being sure.</summary>
    public bool IsSureOf(SealedTurn turn, long era) => false;

    public void Judge(IReadOnlyList<UnitWork> turns, IReadOnlyList<Call> appended)
    {
    }

    public Task Settle(DbConnection writer) => _tail < Tail ? Task.CompletedTask : Fold(writer);

    public async Task Erase(DbConnection writer, string owner)
    {
        await Fold(writer);
        await database.Run(writer, [Call.Of(DeleteTurns, [[owner]]), Call.Of(DeleteSessions, [[owner]])]);
        live.Forget(owner);
    }

    /// <summary>There is no other node.</summary>
    public void Forget()
    {
    }

    public void Committed()
    {
        if (_folded)
            live.Unpin();
        _folded = false;
    }

    private void Append(SealedTurn turn, LogPlace place, List<object?[]> appended, List<object?[]> begun)
    {
        var seq = _next++;
        if (turn.Version is 1)
            begun.Add([seq, turn.Session, turn.Holder.Owner, turn.Key.Channel.Name]);
        turn.Place = new LogPlace(turn.Version is 1 ? seq : place.Opened, seq);
        appended.Add([seq, turn.Place.Opened, turn.Version is 1 ? null : place.Last, .. turn.Row()]);
    }

    /// <summary>How far a session is: from memory, and from the database where memory has let go of it.</summary>
    private async ValueTask<(LogPlace Place, long Version)> Stand(DbConnection writer, SealedTurn turn)
    {
        if (live.Find(turn.Key) is { } known)
            return (known.Place, known.Stored?.Session.Version ?? 0);
        var found = await database.Run(
            writer, Standing, [[turn.Session, turn.Holder.Owner]], row => (new LogPlace(row.Long(0), row.Long(1)), row.Long(2)));
        return found.SingleOrDefault();
    }

    private async Task Fold(DbConnection writer)
    {
        await Database.Execute(
            writer,
            """
            UPDATE sessions SET last = tail.seq
              FROM (SELECT opened, MAX(seq) AS seq FROM turns WHERE seq > (SELECT seq FROM folded) GROUP BY opened) AS tail
              WHERE sessions.opened = tail.opened;
            UPDATE folded SET seq = (SELECT COALESCE(MAX(seq), 0) FROM turns);
            """);
        Failpoint.Reach(Failpoint.DuringFold);
        _tail = 0;
        _folded = true;
    }
}
