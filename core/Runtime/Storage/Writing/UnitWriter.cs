using System.Data.Common;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// Writes the units of a group, in the transaction that the writer began. Plain units go together, a statement a table;
/// a unit that can clash goes alone under a savepoint, so that losing undoes its own rows and nobody else's.
/// </summary>
internal sealed class UnitWriter(Database database, AuditChain audit)
{
    public async Task Write(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        await WriteRows(writer, [.. units.Where(u => !u.Unit.CanClash)]);
        foreach (var unit in units.Where(u => u.Unit.CanClash))
            await WriteGuarded(writer, unit);
        await audit.Append(writer, [.. Winners(units).SelectMany(u => u.Unit.Facts)]);
    }

    private static IEnumerable<UnitWork> Winners(IEnumerable<UnitWork> units) => units.Where(u => u.Result is CommitResult.Committed);

    private async Task WriteGuarded(DbConnection writer, UnitWork unit)
    {
        await Database.Execute(writer, "SAVEPOINT unit");
        try
        {
            await WriteRows(writer, [unit]);
        }
        catch (DbException error) when (database.IsTaken(error))
        {
            unit.Result = CommitResult.Clash;
        }

        if (unit.Result is not CommitResult.Committed)
            await Database.Execute(writer, "ROLLBACK TO SAVEPOINT unit");
        await Database.Execute(writer, "RELEASE SAVEPOINT unit");
    }

    private async Task WriteRows(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        foreach (var unit in units)
            unit.Result = CommitResult.Committed;
        var added = await AddKeys(writer, units);
        await CheckKeys(writer, units);
        await WriteTurns(writer, units);
        foreach (var rows in Winners(units).SelectMany(u => u.Unit.Rows.Select(row => (unit: u, row))).GroupBy(r => r.row.Statement))
            await WriteRows(writer, rows.Key, [.. rows]);
        var kept = Winners(units).SelectMany(u => u.Unit.Keys).Select(key => key.Owner).ToHashSet(StringComparer.Ordinal);
        await Run(writer, Statements.DropKeys, [.. added.Where(owner => !kept.Contains(owner)).Select(owner => new object?[] { owner })]);
    }

    private async Task WriteRows(DbConnection writer, Statement statement, IReadOnlyList<(UnitWork Unit, RowWrite Row)> rows)
    {
        var written = await database.Run(writer, statement, [.. rows.Select(r => r.Row.Values)], _ => true);
        if (rows[0].Row.CanClash && written.Count < rows.Count)
            rows[0].Unit.Result = CommitResult.Clash; // clashing rows are written a unit at a time
    }

    private async Task<List<string>> AddKeys(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        var fresh = units.SelectMany(u => u.Unit.Keys).Where(key => !key.Stored).DistinctBy(key => key.Owner, StringComparer.Ordinal)
            .Select(key => new object?[] { key.Owner, key.Wrapped }).ToList();
        return fresh.Count is 0 ? [] : await database.Run(writer, Statements.AddKeys, fresh, r => r.GetString(0));
    }

    /// <summary>A key that another node made first, or that was erased, makes the unit stale.</summary>
    private async Task CheckKeys(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        var keys = units.SelectMany(u => u.Unit.Keys).Distinct().ToList();
        if (keys.Count is 0)
            return;
        var rows = keys.Select((key, n) => new object?[] { (long)n, key.Owner, key.Wrapped }).ToList();
        var held = (await database.Run(writer, Statements.HeldKeys, rows, r => keys[(int)r.GetInt64(0)])).ToHashSet();
        foreach (var unit in units.Where(u => !u.Unit.Keys.All(held.Contains)))
            unit.Result = CommitResult.Stale;
    }

    /// <summary>Sessions first: only those whose version was the expected one go on.</summary>
    private async Task WriteTurns(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        var turns = Winners(units).Where(u => u.Unit.Turn is not null).ToList();
        if (turns.Count is 0)
            return;
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        await Win(writer, Statements.OpenSessions, ids, turns, t => t.Version is 1, t => [t.Session, t.Owner, t.Body, t.At]);
        await Win(writer, Statements.MoveSessions, ids, turns, t => t.Version > 1, t => [t.Session, t.Version, t.Body, t.At]);
        foreach (var unit in turns.Where(u => !ids.ContainsKey(u.Unit.Turn!.Name)))
            unit.Result = CommitResult.Stale;
        var won = Winners(turns).Select(u => (turn: u.Unit.Turn!, id: ids[u.Unit.Turn!.Name])).ToList();
        await Run(writer, Statements.LogTurns, [.. won.Select(w => new object?[] { w.id, w.turn.Version, w.turn.Request, w.turn.Reply, w.turn.At })]);
        await Run(writer, Statements.Stand, [.. won.Select(w => Standing(w.turn, w.id))]);
    }

    private async Task Win(
        DbConnection writer, Statement statement, Dictionary<string, long> ids, List<UnitWork> turns, Func<SealedTurn, bool> which, Func<SealedTurn, object?[]> row)
    {
        var rows = turns.Select(u => u.Unit.Turn!).Where(which).Select(row).ToList();
        if (rows.Count is 0)
            return;
        foreach (var (id, key) in await database.Run(writer, statement, rows, r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1))))
            ids[KeyRing.Hex(key)] = id;
    }

    private static object?[] Standing(SealedTurn turn, long id) =>
        [turn.Fund, turn.Address, turn.Owner, turn.Language, id, turn.Resumable ? id : null, turn.At];

    private async Task Run(DbConnection writer, Statement statement, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
            await database.Run(writer, statement, rows, _ => true);
    }
}
