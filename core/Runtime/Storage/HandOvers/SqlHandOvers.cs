using System.Text;
using System.Text.Json;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.HandOvers;
using Dapper;

namespace ChatChannels.Runtime.Storage.HandOvers;

/// <summary>Hand-overs in SQLite or PostgreSQL.</summary>
internal sealed class SqlHandOvers(Database database, Writer writer, KeyRing keys) : IHandOvers
{
    private const string Select = "SELECT h.id, h.owner, h.body, k.wrapped FROM hand_overs h JOIN keys k ON k.owner = h.owner";

    private sealed record Row(string Id, string Owner, byte[] Body, byte[] Wrapped);

    private sealed record Said(long N, long At, long Agents, string Owner, byte[] Body, byte[] Wrapped);

    public async Task<HandOver?> Find(FundId fund, string id, CancellationToken cancellation) =>
        (await Ask($"{Select} WHERE h.fund = @fund AND h.id = @id", new { fund = fund.Value, id }, cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<HandOver>> Open(FundId fund, CancellationToken cancellation) =>
        Ask($"{Select} WHERE h.fund = @fund AND h.ended_at IS NULL ORDER BY h.asked_at, h.id", new { fund = fund.Value }, cancellation);

    public Task<int> Waiting(FundId fund, string? before, CancellationToken cancellation) => database.Read(
        reader => reader.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            SELECT COUNT(*) FROM hand_overs WHERE fund = @fund AND ended_at IS NULL AND state = @state
              AND asked_at < COALESCE((SELECT h.asked_at FROM hand_overs h WHERE h.id = @before), @ever)
            """,
            new { fund = fund.Value, state = nameof(HandOverState.Waiting), before = before ?? "", ever = long.MaxValue },
            cancellationToken: cancellation)),
        cancellation);

    public async Task<IReadOnlyList<HandOverWords>> Words(HandOver handOver, long after, CancellationToken cancellation)
    {
        var rows = await database.Read(
            async reader => (await reader.QueryAsync<Said>(new CommandDefinition(
                """
                SELECT w.n, w.at, w.agents, w.owner, w.body, k.wrapped FROM hand_over_words w JOIN keys k ON k.owner = w.owner
                WHERE w.hand_over = @id AND w.n > @after ORDER BY w.n
                """,
                new { id = handOver.Id, after },
                cancellationToken: cancellation))).AsList(),
            cancellation);
        return [.. rows.Select(Words).OfType<HandOverWords>()];

        HandOverWords? Words(Said row) =>
            keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, HandOverSealer.PlaceOfWords(handOver.Id, row.N)) is { } text
                ? new HandOverWords(row.N, row.Agents is 1, Encoding.UTF8.GetString(text), new DateTimeOffset(row.At, TimeSpan.Zero))
                : null;
    }

    public Task<IReadOnlyList<HandOver>> Due(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        Ask($"{Select} WHERE h.ended_at IS NULL AND h.due <= @now ORDER BY h.due LIMIT @limit", new { now = now.UtcTicks, limit }, cancellation);

    public Task<int> Sweep(DateTimeOffset before, CancellationToken cancellation) => writer.Do(
        async connection =>
        {
            var values = new { before = before.UtcTicks };
            await connection.ExecuteAsync("DELETE FROM hand_over_words WHERE hand_over IN (SELECT id FROM hand_overs WHERE ended_at < @before)", values);
            return await connection.ExecuteAsync("DELETE FROM hand_overs WHERE ended_at < @before", values);
        },
        cancellation);

    private async Task<IReadOnlyList<HandOver>> Ask(string sql, object values, CancellationToken cancellation)
    {
        var rows = await database.Read(
            async reader => (await reader.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellation))).AsList(), cancellation);
        return [.. rows.Select(row => keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, HandOverSealer.Place(row.Id))).OfType<byte[]>()
            .Select(body => JsonSerializer.Deserialize(body, HandOverJson.Default.HandOver)!)];
    }
}
