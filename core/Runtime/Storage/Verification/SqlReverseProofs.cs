using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Verification;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Reverse proofs in SQLite or PostgreSQL.</summary>
internal sealed class SqlReverseProofs(Database database, Writer writer, KeyRing keys) : IReverseProofs
{
    /// <summary>Filled by property, as SQLite tells no types of a result without rows.</summary>
    private sealed record Row
    {
        public byte[]? Sender { get; init; }

        public long Expires { get; init; }

        public long? UsedAt { get; init; }
    }

    /// <summary>What a code is found by.</summary>
    public static byte[] Code(KeyRing keys, FundId fund, string code) => keys.Blind("reverse-code", fund, code);

    public async Task<bool> Receive(FundId fund, string code, string sender, DateTimeOffset now, CancellationToken cancellation)
    {
        var values = new { code = Code(keys, fund, code), sender = keys.Person(sender), now = now.UtcTicks };
        return await writer.Do(
            connection => connection.ExecuteAsync(
                "UPDATE reverse_proofs SET sender = @sender WHERE code = @code AND expires > @now AND used_at IS NULL", values),
            cancellation) > 0;
    }

    public async Task<ReverseState> Find(string id, string sender, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                "SELECT sender, expires, used_at AS usedAt FROM reverse_proofs WHERE id = @id", new { id }, cancellationToken: cancellation)),
            cancellation);
        if (row is null || row.UsedAt is not null || row.Expires <= now.UtcTicks)
            return ReverseState.Spent;
        return row.Sender is { } from && from.AsSpan().SequenceEqual(keys.Person(sender)) ? ReverseState.Received : ReverseState.Waiting;
    }
}
