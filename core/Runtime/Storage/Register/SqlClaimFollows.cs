using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Claims;
using Dapper;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Wishes to hear of claims, in SQLite or PostgreSQL.</summary>
internal sealed class SqlClaimFollows(Database database, Writer writer, KeyRing keys) : IClaimFollows
{
    private sealed record Row(string Owner, byte[] Body, byte[] Wrapped);

    public async Task<ClaimFollow?> Find(FundId fund, string member, CancellationToken cancellation)
    {
        var number = keys.Blind("number", fund, member);
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                "SELECT f.owner, f.body, k.wrapped FROM claim_follows f JOIN keys k ON k.owner = f.owner WHERE f.fund = @fund AND f.member = @number",
                new { fund = fund.Value, number },
                cancellationToken: cancellation)),
            cancellation);
        return row is not null && keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, RegisterSealer.PlaceOfFollow(number)) is { } body
            ? RegisterCodec.Follow(body)
            : null;
    }

    public async Task<DateTimeOffset?> SeenUntil(FundId fund, CancellationToken cancellation)
    {
        var ticks = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<long?>(
                new CommandDefinition("SELECT at FROM claims_seen WHERE fund = @fund", new { fund = fund.Value }, cancellationToken: cancellation)),
            cancellation);
        return ticks is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
    }

    public Task See(FundId fund, DateTimeOffset until, CancellationToken cancellation) => writer.Do(
        connection => connection.ExecuteAsync(
            """
            INSERT INTO claims_seen (fund, at) VALUES (@fund, @at)
            ON CONFLICT (fund) DO UPDATE SET at = excluded.at WHERE claims_seen.at < excluded.at
            """,
            new { fund = fund.Value, at = until.UtcTicks }),
        cancellation);
}
