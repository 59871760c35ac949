using System.Data.Common;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sessions;
using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// Writes the units of a group, in the transaction that the writer began. Plain units go together, a statement a table;
/// a unit that can clash goes alone under a savepoint, so that losing undoes its own rows and nobody else's.
/// </summary>
internal sealed class UnitWriter(Database database, KeyRing keys, AuditChain audit, ITurnLog turns)
{
    /// <summary>The first thing that a new connection does.</summary>
    public Task Open(DbConnection writer) => turns.Open(writer);

    public async Task Write(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        var plain = new List<UnitWork>(units.Count);
        plain.AddRange(units.Where(u => !u.Unit.CanClash));
        await WriteRows(writer, plain);
        foreach (var unit in units.Where(u => u.Unit.CanClash))
            await WriteGuarded(writer, unit);
        await audit.Append(writer, [.. Winners(units).SelectMany(u => u.Unit.Facts)]);
        await turns.Settle(writer);
    }

    /// <summary>What was written is on disk.</summary>
    public void Committed() => turns.Committed();

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
        await CheckKeys(writer, units, added);
        if (Winners(units).Where(u => u.Unit.Turn is not null).ToList() is { Count: > 0 } moved)
            await turns.Append(writer, moved);
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
        return fresh.Count is 0 ? [] : await database.Run(writer, Statements.AddKeys, fresh, r => r.Text(0));
    }

    /// <summary>A key that another node made first, or that was erased, makes the unit stale.</summary>
    private async Task CheckKeys(DbConnection writer, IReadOnlyList<UnitWork> units, List<string> added)
    {
        foreach (var unit in units)
            unit.Era = keys.Era;
        var doubtful = units.SelectMany(u => u.Unit.Keys).Where(key => !keys.IsSureOf(key) && !added.Contains(key.Owner)).Distinct().ToList();
        if (doubtful.Count is 0)
            return;
        var rows = doubtful.Select((key, n) => new object?[] { (long)n, key.Owner, key.Wrapped }).ToList();
        var lost = doubtful.Except(await database.Run(writer, Statements.HeldKeys, rows, r => doubtful[(int)r.Long(0)])).ToHashSet();
        foreach (var unit in units.Where(u => u.Unit.Keys.Any(lost.Contains)))
            unit.Result = CommitResult.Stale;
    }

    private async Task Run(DbConnection writer, Statement statement, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
            await database.Run(writer, statement, rows, _ => true);
    }
}
