using System.Collections.Immutable;
using System.Data.Common;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>The inbox in SQLite or PostgreSQL: blind indexes alone.</summary>
internal sealed class SqlInbox(Database database, Writer writer, KeyRing keys) : IInbox
{
    private const string Columns = "message bytes, at long";

    /// <summary>In one order on all nodes, so that none waits for another that waits for it.</summary>
    private static readonly Statement TakeInApart = new(
        "INSERT INTO inbox (message, at) SELECT r.message, r.at FROM {rows} WHERE true ORDER BY r.message ON CONFLICT DO NOTHING",
        Columns);

    /// <summary>One row with the marks of all that are written together: where no other node looks for any, they are read at the start alone.</summary>
    private static readonly Statement TakeInJoined = new(
        "INSERT INTO inbox (message, at) SELECT r.message, r.at FROM {rows} WHERE true ON CONFLICT DO NOTHING", Columns, Join);

    private static readonly Statement All = new("SELECT message, at FROM inbox", "");

    private readonly InboxMemory _memory = new();
    private readonly Statement _takeIn = database.IsShared ? TakeInApart : TakeInJoined;

    /// <summary>A blind index. Channels' ids are held apart by case.</summary>
    public InboxMark Mark(SessionKey session, string message) =>
        new(keys.Master.Blind("inbox", $"{session.Fund}\n{session.Channel}\n{session.Exchange}\n{message}"));

    public async ValueTask<bool> MayHave(InboxMark mark, CancellationToken cancellation) =>
        database.IsShared ? await Has(mark.Octets.ToArray(), cancellation) : _memory.MayHave(mark.Octets.Span);

    public async Task Sweep(DateTimeOffset before, CancellationToken cancellation)
    {
        await writer.Do(connection => connection.ExecuteAsync("DELETE FROM inbox WHERE at < @before", new { before = before.UtcTicks }), cancellation);
        _memory.Forget(before.UtcTicks);
    }

    /// <summary>The rows of a change; none for a change of another kind. From here on a copy is looked for.</summary>
    public ImmutableArray<RowWrite> Rows(Change change)
    {
        if (change is not Change.TakeIn taken)
            return [];
        _memory.Add(taken.Mark.Octets.Span, taken.At.UtcTicks);
        return [new(_takeIn, [taken.Mark.Octets.ToArray(), taken.At.UtcTicks], CanClash: false)];
    }

    /// <summary>Learns what came in before this start, where no other node takes anything in.</summary>
    public async Task Learn(DbConnection reader)
    {
        if (database.IsShared)
            return;
        await database.Run(reader, All, Statement.Once, row => Learn(row.Bytes(0), row.Long(1)));
        _memory.IsComplete = true;
    }

    /// <summary>Takes nothing for new any more: what memory holds may be of another database.</summary>
    public void ForgetAll() => _memory.IsComplete = false;

    private static object?[] Join(IReadOnlyList<object?[]> rows)
    {
        var marks = new byte[rows.Count * MasterKey.BlindSize];
        for (var i = 0; i < rows.Count; i++)
            ((byte[])rows[i][0]!).CopyTo(marks, i * MasterKey.BlindSize);
        return [marks, rows.Max(row => (long)row[1]!)];
    }

    private bool Learn(byte[] marks, long at)
    {
        foreach (var mark in marks.Chunk(MasterKey.BlindSize))
            _memory.Add(mark, at);
        return true;
    }

    private Task<bool> Has(byte[] index, CancellationToken cancellation) => database.Read(
        async reader => await reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox WHERE message = @index", new { index }) > 0, cancellation);
}
