using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Requests;
using Dapper;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>What waits for the registers, in SQLite or PostgreSQL.</summary>
internal sealed class SqlRegisterOutbox(Database database, Writer writer, KeyRing keys) : IRegisterOutbox
{
    /// <summary>Filled by property: SQLite tells no types of a RETURNING without rows, which a constructor would need.</summary>
    private sealed record Row
    {
        public string Id { get; init; } = "";

        public long At { get; init; }

        public long Tries { get; init; }

        public string Owner { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public byte[]? Wrapped { get; init; }
    }

    public Task<IReadOnlyList<Due<RegisterRequest>>> TakeRequests(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellation) =>
        Take(RegisterSealer.Requests, now, lease, limit, body => RegisterCodec.Request(body), cancellation);

    public Task<IReadOnlyList<Due<LateQuestion>>> TakeQuestions(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellation) =>
        Take(RegisterSealer.Questions, now, lease, limit, body => RegisterCodec.Question(body), cancellation);

    public Task Settle(Guid id, DeliveryState state, DateTimeOffset? next, DateTimeOffset now, CancellationToken cancellation)
    {
        var word = state switch
        {
            DeliveryState.Waiting => "waiting",
            DeliveryState.Delivered => "delivered",
            DeliveryState.Failed => "failed",
            _ => "expired",
        };
        var settled = state is DeliveryState.Waiting ? (long?)null : now.UtcTicks;
        return writer.Do(
            connection => connection.ExecuteAsync(
                """
                UPDATE register_outbox SET state = @word, next_at = COALESCE(@next, next_at), lease_until = NULL, settled_at = @settled
                WHERE id = @id AND state = 'waiting'
                """,
                new { id = RegisterSealer.Id(id), word, next = next?.UtcTicks, settled }),
            cancellation);
    }

    public Task<long> Waiting(CancellationToken cancellation) => database.Read(
        reader => reader.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM register_outbox WHERE what = 'request' AND state = 'waiting'", cancellationToken: cancellation)),
        cancellation);

    private async Task<IReadOnlyList<Due<T>>> Take<T>(
        string what, DateTimeOffset now, TimeSpan lease, int limit, Func<byte[], T> decode, CancellationToken cancellation)
    {
        var sql =
            $"""
            UPDATE register_outbox SET tries = tries + 1, lease_until = @until WHERE id IN (
              SELECT id FROM register_outbox
              WHERE what = @what AND state = 'waiting' AND next_at <= @now AND (lease_until IS NULL OR lease_until <= @now OR lease_until > @lost)
              ORDER BY next_at, at LIMIT @limit{database.SkipLocked})
            RETURNING id, at, tries, owner, body, (SELECT wrapped FROM keys WHERE keys.owner = register_outbox.owner) AS wrapped
            """;
        // A lease that ends later than any that is given was given before the clock was set back.
        var values = new { what, now = now.UtcTicks, until = (now + lease).UtcTicks, lost = (now + (2 * lease)).UtcTicks, limit };
        var rows = await writer.Do(connection => connection.QueryAsync<Row>(sql, values), cancellation);
        return [.. rows.OrderBy(row => row.At)
            .Select(row => (row.Tries, Body: keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, RegisterSealer.PlaceOfQueued(row.Id))))
            .Where(row => row.Body is not null)
            .Select(row => new Due<T>(decode(row.Body!), (int)row.Tries))];
    }
}
