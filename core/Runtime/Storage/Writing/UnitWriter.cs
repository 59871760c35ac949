using System.Data.Common;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sessions;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Services.Audit;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// Writes the units of a group, in the transaction that the writer began. Plain units go together, a statement a table;
/// a unit that can clash goes alone under a savepoint, so that losing undoes its own rows and nobody else's.
/// </summary>
internal sealed class UnitWriter(Database database, KeyRing keys, AuditChain audit, ITurnLog turns)
{
    /// <summary>The first thing that a new connection does.</summary>
    public async Task Open(DbConnection writer)
    {
        audit.Forget();
        await turns.Open(writer);
        await keys.LearnErasures(writer);
    }

    /// <summary>A transaction is about to begin, whatever became of the one before.</summary>
    public void Begin() => audit.BeginTransaction();

    /// <summary>Begins the transaction of a group and writes its units.</summary>
    /// <param name="again">Whether the group was tried before, and another node was in the way.</param>
    /// <returns>What <see cref="Commit"/> needs of it.</returns>
    public async Task<AuditHead?> Write(DbConnection writer, IReadOnlyList<UnitWork> units, bool again)
    {
        var among = again ? Appending.Again : Appending.Asking;
        var head = units.Any(u => u.Unit.Facts.Length > 0) ? AuditChain.LockHead() : null;
        var (plain, clashing) = (new List<UnitWork>(units.Count), new List<UnitWork>());
        foreach (var unit in units)
            (unit.Unit.CanClash ? clashing : plain).Add(unit);
        await WriteRows(writer, plain, Call.Of(database.Begin, Statement.Once), head, among);
        foreach (var unit in clashing)
            await WriteGuarded(writer, unit);
        await turns.Settle(writer);
        return head?.Results[0];
    }

    /// <summary>Whether a group is of turns alone, and memory sure of all that another node can have a part in: the turns, their keys, the head of the audit.</summary>
    public bool IsSureOf(IReadOnlyList<UnitWork> units) =>
        units.All(unit => unit.Unit.IsTurn && turns.IsSureOf(unit.Unit.Turn!, keys.Era))
        && (audit.IsSure || units.All(unit => unit.Unit.Facts.IsEmpty));

    /// <summary>
    /// Writes a group that it is sure of, all of it or nothing, and makes it durable in one call. What another node has written in
    /// this very instant is refused, with the whole group: a turn, a key of the same owner, a fact, an erasure.
    /// </summary>
    public async Task WriteSure(DbConnection writer, IReadOnlyList<UnitWork> units)
    {
        Begin(units);
        var append = await turns.Append(writer, units, Appending.Sure);
        await database.RunDurably(writer, [.. append, .. AddKeysSure(units), .. audit.AppendSure(Facts(units), keys.Era)]);
    }

    /// <summary>Appends the facts of the units that won, and makes all of it durable.</summary>
    public Task Commit(DbConnection writer, IReadOnlyList<UnitWork> units, AuditHead? head) =>
        database.Commit(writer, head is not null && Facts(units) is { Count: > 0 } facts ? audit.Append(head, facts) : []);

    /// <summary>What was written is on disk.</summary>
    public void Committed()
    {
        turns.Committed();
        audit.Committed();
    }

    private static List<AuditFact> Facts(IReadOnlyList<UnitWork> units) =>
        [.. units.Where(unit => unit.HasWon).SelectMany(unit => unit.Unit.Facts)];

    private async Task WriteGuarded(DbConnection writer, UnitWork unit)
    {
        await Database.Execute(writer, "SAVEPOINT unit");
        try
        {
            await WriteRows(writer, [unit], null, null, Appending.Again);
        }
        catch (DbException error) when (database.IsTaken(error))
        {
            unit.Result = CommitResult.Clash;
        }

        if (!unit.HasWon)
            await Database.Execute(writer, "ROLLBACK TO SAVEPOINT unit");
        await Database.Execute(writer, "RELEASE SAVEPOINT unit");
    }

    /// <summary>Keys, turns, rows: in as few calls at a time as they depend on each other.</summary>
    private async Task WriteRows(DbConnection writer, List<UnitWork> units, Call? first, Call? last, Appending among)
    {
        Begin(units);
        var added = AddKeys(units);
        var calls = new List<Call>(4);
        if (first is not null)
            calls.Add(first);
        if (added.Rows.Count > 0)
            calls.Add(added);
        if (!turns.AsksForKeys)
            await Run(writer, calls);
        await CheckKeys(writer, units, added, calls);
        await Append(writer, units, last, calls, among);
        if (units.Exists(unit => !unit.Unit.Rows.IsEmpty))
            await WriteRows(writer, units);
        await DropKeys(writer, units, added.Results);
    }

    /// <summary>Appends the turns, together with the calls that wait.</summary>
    private async Task Append(DbConnection writer, List<UnitWork> units, Call? last, List<Call> calls, Appending among)
    {
        var moved = units.FindAll(unit => unit is { HasWon: true, Unit.Turn: not null });
        var append = await turns.Append(writer, moved, among);
        calls.AddRange(append.Where(call => call.Rows.Count > 0));
        if (last is not null)
            calls.Add(last);
        await Run(writer, calls);
        await Judge(writer, moved, append);
    }

    /// <summary>Whatever was overtaken may have been by an erasure.</summary>
    private async Task Judge(DbConnection writer, IReadOnlyList<UnitWork> appended, IReadOnlyList<Call> append)
    {
        turns.Judge([.. appended.Where(unit => unit.HasWon)], append);
        if (appended.Any(unit => !unit.HasWon) && await keys.LearnErasures(writer))
            turns.Forget();
    }

    private void Begin(IReadOnlyList<UnitWork> units)
    {
        foreach (var unit in units)
            (unit.Result, unit.Era) = (CommitResult.Committed, keys.Era);
    }

    /// <summary>The rows of the units that won, a statement at a time.</summary>
    private async Task WriteRows(DbConnection writer, List<UnitWork> units)
    {
        var rows = units.Where(unit => unit.HasWon).SelectMany(unit => unit.Unit.Rows.Select(row => (unit, row)));
        foreach (var one in rows.GroupBy(r => r.row.Statement))
            await WriteRows(writer, one.Key, [.. one]);
    }

    private async Task WriteRows(DbConnection writer, Statement statement, IReadOnlyList<(UnitWork Unit, RowWrite Row)> rows)
    {
        var written = await database.Run(writer, statement, statement.Join([.. rows.Select(r => r.Row.Values)]), _ => true);
        if (rows[0].Row.CanClash && written.Count < rows.Count)
            rows[0].Unit.Result = CommitResult.Clash; // clashing rows are written a unit at a time
    }

    private static Call<string> AddKeys(List<UnitWork> units)
    {
        var fresh = units.SelectMany(unit => unit.Unit.Keys).Where(key => !key.Stored).DistinctBy(key => key.Owner, StringComparer.Ordinal);
        return new Call<string>(Statements.AddKeys, [.. fresh.Select(key => new object?[] { key.Owner, key.Wrapped })], row => row.Text(0));
    }

    private IEnumerable<Call> AddKeysSure(IReadOnlyList<UnitWork> units)
    {
        var fresh = units.Select(unit => unit.Unit.Turn!.Holder).Where(key => !key.Stored).Distinct().ToList();
        if (fresh.Count > 0)
            yield return Call.Of(Statements.AddKeysSure, [.. fresh.Select(key => new object?[] { key.Owner, key.Wrapped, keys.Era })]);
    }

    /// <summary>A key that another node made first, or that was erased, makes the unit stale.</summary>
    private async Task CheckKeys(DbConnection writer, List<UnitWork> units, Call<string> added, List<Call> calls)
    {
        var doubtful = Doubtful(units, added);
        if (doubtful.Count is 0)
            return;
        var rows = doubtful.Select((key, n) => new object?[] { (long)n, key.Owner, key.Wrapped }).ToList();
        var held = new Call<DataKey>(Statements.HeldKeys, rows, row => doubtful[(int)row.Long(0)]);
        calls.Add(held);
        await Run(writer, calls);
        var lost = doubtful.Except(held.Results).ToHashSet();
        foreach (var unit in units.Where(u => u.Unit.Keys.Any(lost.Contains)))
            unit.Result = CommitResult.Stale;
    }

    /// <summary>The keys that memory is not sure of, and that no other statement asks for.</summary>
    private List<DataKey> Doubtful(List<UnitWork> units, Call<string> added)
    {
        var doubtful = new List<DataKey>();
        foreach (var unit in units)
        {
            if (turns.AsksForKeys && unit.Unit.Rows.IsEmpty)
                continue;
            foreach (var key in unit.Unit.Keys)
            {
                if (!keys.IsSureOf(key) && !added.Results.Contains(key.Owner) && !doubtful.Contains(key))
                    doubtful.Add(key);
            }
        }

        return doubtful;
    }

    /// <summary>A key that was added for units none of which won is nobody's.</summary>
    private async Task DropKeys(DbConnection writer, List<UnitWork> units, List<string> added)
    {
        if (added.Count is 0 || units.TrueForAll(unit => unit.HasWon))
            return;
        var kept = units.Where(unit => unit.HasWon).SelectMany(u => u.Unit.Keys).Select(key => key.Owner).ToHashSet(StringComparer.Ordinal);
        if (added.Where(owner => !kept.Contains(owner)).Select(owner => new object?[] { owner }).ToList() is { Count: > 0 } dropped)
            await database.Run(writer, [Call.Of(Statements.DropKeys, dropped)]);
    }

    /// <summary>Runs what waits.</summary>
    private async Task Run(DbConnection writer, List<Call> calls)
    {
        if (calls.Count > 0)
            await database.Run(writer, calls);
        calls.Clear();
    }
}
