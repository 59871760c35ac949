using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Messages;
using Dapper;

namespace ChatChannels.Runtime.Storage;

/// <summary>The outbox in SQLite or PostgreSQL.</summary>
internal sealed class SqlOutbox(Database database, Writer writer, KeyRing keys) : IOutbox
{
    private const int PageSize = 500;

    /// <summary>Filled by property: SQLite tells no types of a RETURNING without rows, which a constructor would need.</summary>
    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string State { get; init; } = "";

        public long Expires { get; init; }

        public long Tries { get; init; }

        public string Owner { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public byte[]? Wrapped { get; init; }
    }

    public async Task<IReadOnlyList<DueMessage>> Take(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellation)
    {
        var sql =
            $"""
            UPDATE outbox SET tries = tries + 1, lease_until = @until WHERE id IN (
              SELECT id FROM outbox
              WHERE state = 'waiting' AND next_at <= @now AND expires > @now AND (lease_until IS NULL OR lease_until <= @now OR lease_until > @lost)
              ORDER BY next_at, at LIMIT @limit{database.SkipLocked})
            RETURNING id, tries, owner, body, (SELECT wrapped FROM keys WHERE keys.owner = outbox.owner) AS wrapped
            """;
        // A lease that ends later than any that is given was given before the clock was set back.
        var values = new { now = now.UtcTicks, until = (now + lease).UtcTicks, lost = (now + (2 * lease)).UtcTicks, limit };
        var rows = await writer.Do(connection => connection.QueryAsync<Row>(sql, values), cancellation);
        return [.. rows.Select(row => (row.Tries, Message: Open(row))).Where(due => due.Message is not null)
            .OrderBy(due => due.Message!.At).Select(due => new DueMessage(due.Message!, (int)due.Tries))];
    }

    /// <summary>What was settled for good stays so, whatever a node says whose lease had run out.</summary>
    public Task Settle(Guid message, DeliveryState state, DateTimeOffset? next, DateTimeOffset now, CancellationToken cancellation)
    {
        var values = new { id = message.ToString("D"), state = Word(state), next = next?.UtcTicks, now = now.UtcTicks };
        return writer.Do(
            connection => connection.ExecuteAsync(
                """
                UPDATE outbox SET state = @state, next_at = COALESCE(@next, next_at), lease_until = NULL, settled_at = @now,
                  tries = tries - CASE WHEN @state = 'unsent' THEN 1 ELSE 0 END
                WHERE id = @id AND state = 'waiting'
                """,
                values),
            cancellation);
    }

    public async Task<IReadOnlyList<Message>> DeliveredTo(string person, int limit, CancellationToken cancellation)
    {
        var rows = await database.Read(
            reader => reader.QueryAsync<Row>(
                """
                SELECT o.id, o.tries, o.owner, o.body, k.wrapped FROM outbox o JOIN keys k ON k.owner = o.owner
                WHERE o.person = @index AND o.state = 'delivered' ORDER BY o.settled_at DESC, o.at DESC LIMIT @limit
                """,
                new { index = keys.Person(person), limit }),
            cancellation);
        return [.. rows.Select(Open).OfType<Message>()];
    }

    public async Task<IReadOnlyList<OutboxEntry>> Latest(int limit, CancellationToken cancellation)
    {
        var rows = await database.Read(
            reader => reader.QueryAsync<Row>(
                """
                SELECT o.id, o.state, o.tries, o.owner, o.body, k.wrapped FROM outbox o JOIN keys k ON k.owner = o.owner
                ORDER BY o.at DESC, o.settled_at DESC LIMIT @limit
                """,
                new { limit }),
            cancellation);
        return [.. rows.Select(row => (row.State, Message: Open(row))).Where(found => found.Message is not null)
            .Select(found => new OutboxEntry(found.Message!, StateOf(found.State)))];
    }

    public Task<int> Expire(DateTimeOffset now, CancellationToken cancellation) => writer.Do(
        connection => connection.ExecuteAsync(
            """
            UPDATE outbox SET state = 'expired', settled_at = @now
            WHERE state = 'waiting' AND expires <= @now AND (lease_until IS NULL OR lease_until <= @now)
            """,
            new { now = now.UtcTicks }),
        cancellation);

    public async Task<(int Due, int Expired)> Release(IReadOnlyCollection<Channel> channels, DateTimeOffset now, CancellationToken cancellation)
    {
        var (due, expired, after) = (0, 0, "");
        while (await Page(after, "state = 'unsent'", cancellation) is { Count: > 0 } page)
        {
            after = page[^1].Id;
            // One whose key was erased says nothing any more, and expires with the others.
            var free = page.Where(row => Open(row) is not { } message || channels.Contains(message.Channel)).ToList();
            var past = free.Where(row => row.Expires <= now.UtcTicks || Open(row) is null).ToList();
            due += await Free(free.Except(past), "waiting", now, cancellation);
            expired += await Free(past, "expired", now, cancellation);
        }

        return (due, expired);
    }

    public async Task<IReadOnlyList<WaitingMessages>> Waiting(CancellationToken cancellation)
    {
        var counts = new Dictionary<(string State, Channel Channel, FundId Fund, string Template), (int Count, DateTimeOffset Oldest)>();
        var after = "";
        while (await Page(after, "state IN ('waiting', 'unsent')", cancellation) is { Count: > 0 } page)
        {
            after = page[^1].Id;
            foreach (var (state, message) in page.Select(row => (row.State, Message: Open(row))).Where(row => row.Message is not null))
            {
                var kind = (state, message!.Channel, message.Fund, message.Template);
                var (count, oldest) = counts.GetValueOrDefault(kind, (0, message.At));
                counts[kind] = (count + 1, message.At < oldest ? message.At : oldest);
            }
        }

        return [.. counts.Select(kind => new WaitingMessages(
            kind.Key.State is "unsent" ? DeliveryState.Unsent : DeliveryState.Waiting,
            kind.Key.Channel, kind.Key.Fund, kind.Key.Template, kind.Value.Count, kind.Value.Oldest))];
    }

    /// <summary>Some messages behind an id, in the order of their ids.</summary>
    /// <param name="which">A condition of this class's own.</param>
    private async Task<IReadOnlyList<Row>> Page(string after, string which, CancellationToken cancellation) => (await database.Read(
        reader => reader.QueryAsync<Row>(
            $"""
            SELECT o.id, o.state, o.expires, o.tries, o.owner, o.body, k.wrapped FROM outbox o LEFT JOIN keys k ON k.owner = o.owner
            WHERE o.{which} AND o.id > @after ORDER BY o.id LIMIT {PageSize}
            """,
            new { after }),
        cancellation)).AsList();

    private Task<int> Free(IEnumerable<Row> rows, string state, DateTimeOffset now, CancellationToken cancellation)
    {
        var values = rows.Select(row => new { id = row.Id, state, now = now.UtcTicks }).ToList();
        return values.Count == 0 ? Task.FromResult(0) : writer.Do(
            connection => connection.ExecuteAsync("UPDATE outbox SET state = @state, next_at = @now, settled_at = NULL WHERE id = @id AND state = 'unsent'", values),
            cancellation);
    }

    private static string Word(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "waiting",
        DeliveryState.Delivered => "delivered",
        DeliveryState.Failed => "failed",
        DeliveryState.Unsent => "unsent",
        _ => "expired",
    };

    private static DeliveryState StateOf(string word) => Enum.GetValues<DeliveryState>().First(state => string.Equals(Word(state), word, StringComparison.Ordinal));

    private Message? Open(Row row) =>
        keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, Places.Message(row.Id)) is { } body ? BodyCodec.Message(body) : null;
}
