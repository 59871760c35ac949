using System.Data.Common;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>The tables of the local register. A file goes in as one transaction between two groups, some rows at a time.</summary>
internal sealed class SqlRegisterTables(Database database, Writer writer, KeyRing keys) : IRegisterTables
{
    private const int Chunk = 500;

    /// <summary>Rows for which a turn may have to wait: some ten milliseconds.</summary>
    private const int Slice = 100;
    private const string Tables = "keys, members, member_facts, accounts, employers, claims";

    public Task<IReadOnlyList<RowDefect>> Put(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation) =>
        writer.DoAlone(connection => Put(connection, rows, new EntrySealer(keys, now), cancellation), cancellation);

    public async Task<IReadOnlyList<RowDefect>> Check(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var sealer = new EntrySealer(keys, now);
        var defects = new List<RowDefect>();
        await foreach (var chunk in rows.Chunk(Chunk).WithCancellation(cancellation))
            defects.AddRange(await database.Read(async reader => (RowDefect[])[.. await Taken(reader, sealer, chunk), .. await Strange(reader, sealer, chunk)], cancellation));
        return defects;
    }

    public async Task<IReadOnlyList<RowDefect>> PutBeside(IAsyncEnumerable<RegisterRow> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        await foreach (var slice in rows.Chunk(Slice).WithCancellation(cancellation))
        {
            if (await Put(slice.ToAsyncEnumerable(), now, cancellation) is { Count: > 0 } defects)
                return defects;
        }

        return [];
    }

    private async Task<IReadOnlyList<RowDefect>> Put(
        DbConnection connection, IAsyncEnumerable<RegisterRow> rows, EntrySealer sealer, CancellationToken cancellation)
    {
        var defects = new List<RowDefect>();
        var held = new List<DataKey>();
        var era = keys.Era;
        await database.Run(connection, [Call.Of(database.Begin, Statement.Once)]);
        await foreach (var chunk in rows.Chunk(Chunk).WithCancellation(cancellation))
        {
            defects.AddRange(await Taken(connection, sealer, chunk));
            if (defects.Count == 0)
                held.AddRange(await Put(connection, sealer, chunk, cancellation));
            defects.AddRange(await Strange(connection, sealer, chunk));
        }

        if (defects.Count > 0)
        {
            await Database.Execute(connection, "ROLLBACK");
            return defects;
        }

        await database.Analyze(connection, Tables); // or a plan made for three members reads a million row by row until somebody counts
        await database.Commit(connection);
        held.ForEach(key => key.MarkSeen(era));
        return [];
    }

    private Task<List<RowDefect>> Taken(DbConnection connection, EntrySealer sealer, RegisterRow[] rows) =>
        Ask(connection, RegisterStatements.IdentityTaken, rows.Select(sealer.Identity), "this identity document is another member's");

    private Task<List<RowDefect>> Strange(DbConnection connection, EntrySealer sealer, RegisterRow[] rows) =>
        Ask(connection, RegisterStatements.NoMember, rows.Select(sealer.Member), "there is no member of this number");

    private async Task<List<RowDefect>> Ask(DbConnection connection, Statement question, IEnumerable<object?[]?> rows, string why)
    {
        var asked = rows.OfType<object?[]>().ToList();
        return asked.Count == 0 ? [] : await database.Run(connection, question, asked, row => new RowDefect(row.Long(0), why));
    }

    /// <summary>Writes rows; gives the keys they were sealed with.</summary>
    private async Task<IReadOnlyCollection<DataKey>> Put(DbConnection connection, EntrySealer sealer, RegisterRow[] rows, CancellationToken cancellation)
    {
        var held = new Dictionary<string, DataKey>(StringComparer.Ordinal);
        var writes = new List<(Statement Statement, object?[] Row)>();
        foreach (var entry in rows.Select(row => row.Entry))
        {
            var owner = sealer.Owner(entry);
            if (!held.TryGetValue(owner, out var key))
                held[owner] = key = await keys.For(owner, cancellation);
            writes.AddRange(sealer.Rows(entry, key));
        }

        await Hold(connection, [.. held.Values]);
        await database.Run(connection, [.. writes.GroupBy(write => write.Statement, write => write.Row).Select(alike => Call.Of(alike.Key, [.. alike]))]);
        return held.Values;
    }

    /// <summary>Stores the keys that are new, and makes sure that the others are still their owners'.</summary>
    private async Task Hold(DbConnection connection, IReadOnlyList<DataKey> held)
    {
        var fresh = held.Where(key => !key.Stored).Select(key => new object?[] { key.Owner, key.Wrapped }).ToList();
        await database.Run(connection, Statements.AddKeys, fresh, _ => true);
        var sure = await database.Run(
            connection, Statements.HeldKeys, [.. held.Select((key, n) => new object?[] { (long)n, key.Owner, key.Wrapped })], _ => true);
        if (sure.Count == held.Count)
            return;
        keys.Forget(held);
        throw new InvalidOperationException("A person of the file was erased or added meanwhile; nothing was written.");
    }
}
