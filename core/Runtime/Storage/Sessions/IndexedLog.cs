using System.Data.Common;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>
/// The log that several nodes share: found by session and version from the moment it is committed, and won by whoever
/// writes a version first. Only an erasure deletes turns and keys, so what a node remembers of them is still there in the same
/// era; that is asked once for a whole group, and the rest turn by turn.
/// </summary>
internal sealed class IndexedLog(Database database, LiveSessions live) : ITurnLog
{
    // Asked row by row: a join would be planned while the table is small, and scan it when it is large.
    private const string Held =
        """
        INSERT INTO turns (session, version, at, owner, channel, body)
        SELECT r.session, r.version, r.at, r.owner, r.channel, r.body FROM {rows}
        WHERE r.era = (SELECT e.era FROM eras e)
          AND (r.wrapped IS NULL OR (SELECT k.wrapped FROM keys k WHERE k.owner = r.holder) = r.wrapped)
          AND (r.before IS NULL OR (SELECT t.version FROM turns t WHERE t.session = r.session AND t.version = r.before) IS NOT NULL)
        ORDER BY r.session
        """;

    private const string SureColumns = $"{SealedTurn.Columns}, era long";
    private const string Columns = $"{SureColumns}, holder text, wrapped bytes, before long";

    /// <summary>Refused in another era, by a version that must not be null.</summary>
    private static readonly Statement InsertSure = new(
        """
        INSERT INTO turns (session, version, at, owner, channel, body)
        SELECT r.session, CASE WHEN r.era = (SELECT e.era FROM eras e) THEN r.version END, r.at, r.owner, r.channel, r.body FROM {rows}
        ORDER BY r.session
        """,
        SureColumns);

    private static readonly Statement Insert = new($"{Held} RETURNING session", Columns);

    /// <summary>Passes over turns that another node has written; that costs a tenth of the whole statement, and seldom happens.</summary>
    private static readonly Statement InsertUnlessThere = new($"{Held} ON CONFLICT DO NOTHING RETURNING session", Columns);

    private static readonly Statement Turns = new(
        "SELECT t.version, t.body FROM {rows} JOIN turns t ON t.session = r.session ORDER BY t.version DESC", "session bytes");

    private static readonly Statement EndEra = new("UPDATE erasures SET total = total + 1", "");

    private static readonly Statement Delete = new(
        "DELETE FROM turns WHERE session IN (SELECT s.session FROM sessions s JOIN {rows} ON s.owner = r.owner)",
        "owner text");

    /// <summary>Another server may have taken over, and what it never heard of is in memory only.</summary>
    public Task Open(DbConnection writer)
    {
        live.Clear();
        return Task.CompletedTask;
    }

    public bool AsksForKeys => true;

    public Statement Look { get; } = new(
        """
        SELECT s.n, s.wrapped,
          CASE WHEN s.wrapped IS NOT NULL THEN (SELECT MAX(version) FROM turns WHERE session = s.session) END,
          CASE WHEN s.wrapped IS NOT NULL THEN (SELECT body FROM turns WHERE session = s.session ORDER BY version DESC LIMIT 1) END,
          CASE WHEN s.wrapped IS NOT NULL THEN
            (SELECT session FROM sessions WHERE owner = s.owner AND channel = s.channel ORDER BY opened DESC LIMIT 1) END,
          NULL::bigint, NULL::bigint
        FROM (SELECT r.*, (SELECT wrapped FROM keys WHERE owner = r.owner) AS wrapped FROM {rows} OFFSET 0) AS s
        """,
        GroupReader.Columns);

    public Call<(long Version, byte[] Body)> TurnsOf(byte[] session, LogPlace place) =>
        new(Turns, [[session]], row => (row.Long(0), row.Bytes(1)));

    public ValueTask<IReadOnlyList<Call>> Append(DbConnection writer, IReadOnlyList<UnitWork> turns, Appending among)
    {
        var statement = among switch
        {
            Appending.Sure => InsertSure,
            Appending.Again => InsertUnlessThere,
            _ => Insert,
        };
        var rows = turns.Select(unit => among is Appending.Sure ? SureRow(unit, unit.Unit.Turn!) : Row(unit, unit.Unit.Turn!)).ToList();
        return ValueTask.FromResult<IReadOnlyList<Call>>([new Call<byte[]>(statement, rows, row => row.Bytes(0))]);
    }

    public bool IsSureOf(SealedTurn turn, long era) => (!turn.Holder.Stored || turn.Holder.IsSeenIn(era)) && IsNext(turn);

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

    public Task Erase(DbConnection writer, string owner) => database.Run(writer, [Call.Of(EndEra, Statement.Once), Call.Of(Delete, [[owner]])]);

    public void Forget() => live.Clear();

    public void Committed()
    {
    }

    private static object?[] SureRow(UnitWork unit, SealedTurn turn) => [.. turn.Row(), unit.Era];

    private object?[] Row(UnitWork unit, SealedTurn turn)
    {
        var holder = turn.Holder.IsSeenIn(unit.Era) ? null : turn.Holder;
        return [.. SureRow(unit, turn), holder?.Owner, holder?.Wrapped, IsNext(turn) ? null : turn.Version - 1];
    }

    /// <summary>Whether memory alone can tell that the turn before is there.</summary>
    private bool IsNext(SealedTurn turn) => turn.Version is 1 || live.Find(turn.Key)?.Stored?.Session.Version == turn.Version - 1;
}
