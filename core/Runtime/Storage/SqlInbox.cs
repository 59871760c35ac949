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
    /// <summary>In one order on all nodes, so that none waits for another that waits for it.</summary>
    private static readonly Statement TakeIn = new(
        "INSERT INTO inbox (message, at) SELECT r.message, r.at FROM {rows} WHERE true ORDER BY r.message ON CONFLICT DO NOTHING",
        "message bytes, at long");

    private static readonly Statement All = new("SELECT message, at FROM inbox", "");

    private readonly InboxMemory _memory = new();

    public async ValueTask<bool> MayHave(SessionKey session, string message, CancellationToken cancellation)
    {
        var index = Index(session, message);
        return database.IsShared
            ? await database.Read(async reader => await reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox WHERE message = @index", new { index }) > 0, cancellation)
            : _memory.MayHave(index);
    }

    public async Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation)
    {
        var swept = await writer.Do(connection => connection.ExecuteAsync("DELETE FROM inbox WHERE at < @before", new { before = before.UtcTicks }), cancellation);
        _memory.Forget(before.UtcTicks);
        return swept;
    }

    /// <summary>The rows of a change; none for a change of another kind. From here on a copy is looked for.</summary>
    public ImmutableArray<RowWrite> Rows(Change change)
    {
        if (change is not Change.TakeIn taken)
            return [];
        var index = Index(taken.Session, taken.Message);
        _memory.Add(index, taken.At.UtcTicks);
        return [new(TakeIn, [index, taken.At.UtcTicks], CanClash: false)];
    }

    /// <summary>Learns what came in before this start, where no other node takes anything in.</summary>
    public async Task Learn(DbConnection reader)
    {
        if (database.IsShared)
            return;
        await database.Run(reader, All, Statement.Once, row => _memory.Add(row.Bytes(0), row.Long(1)));
        _memory.IsComplete = true;
    }

    /// <summary>Takes nothing for new any more: what memory holds may be of another database.</summary>
    public void ForgetAll() => _memory.IsComplete = false;

    /// <summary>Channels' ids are held apart by case.</summary>
    private byte[] Index(SessionKey session, string message) =>
        keys.Master.Blind("inbox", $"{session.Fund}\n{session.Channel}\n{session.Exchange}\n{message}");
}
