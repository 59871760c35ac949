using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>The inbox in SQLite or PostgreSQL: blind indexes alone.</summary>
internal sealed class SqlInbox(Database database, Writer writer, KeyRing keys) : IInbox
{
    private static readonly Statement TakeIn = new(
        "INSERT INTO inbox (message, at) SELECT r.message, r.at FROM {rows} WHERE true ON CONFLICT DO NOTHING RETURNING message",
        "message bytes, at long");

    public Task<bool> Has(FundId fund, string message, CancellationToken cancellation) => database.Read(
        async reader => await reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox WHERE message = @index", new { index = Index(keys, fund, message) }) > 0,
        cancellation);

    public Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation) => writer.Do(
        connection => connection.ExecuteAsync("DELETE FROM inbox WHERE at < @before", new { before = before.UtcTicks }), cancellation);

    /// <summary>The rows of a change; none for a change of another kind.</summary>
    public static ImmutableArray<RowWrite> Rows(Change change, KeyRing keys) => change is Change.TakeIn taken
        ? [new(TakeIn, [Index(keys, taken.Fund, taken.Message), taken.At.UtcTicks], CanClash: true)]
        : [];

    private static byte[] Index(KeyRing keys, FundId fund, string message) => keys.Blind("inbox", fund, message);
}
