using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Services.Claims;
using Dapper;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>The claims of the local register.</summary>
internal sealed class SqlClaims(Database database, KeyRing keys)
{
    /// <summary>Filled by property, as <see cref="MemberRow"/> is.</summary>
    private sealed record Row
    {
        public byte[] Claim { get; init; } = [];

        public long Changed { get; init; }

        public string Owner { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public byte[]? Wrapped { get; init; }
    }

    /// <summary>A member's claims, newest first.</summary>
    public async Task<ImmutableArray<Claim>> Of(FundId fund, byte[] member, CancellationToken cancellation)
    {
        var rows = await Read($"{Rows("claims_member")} WHERE c.fund = @fund AND c.member = @member", new { fund = fund.Value, member }, cancellation);
        return [.. rows.Select(row => row.Claim).OrderByDescending(claim => claim.FiledOn).ThenByDescending(claim => claim.Id, StringComparer.Ordinal)];
    }

    /// <summary>The changes of those claims that somebody wants to hear of.</summary>
    public async Task<ImmutableArray<ClaimChange>> ChangedSince(FundId fund, DateTimeOffset since, CancellationToken cancellation)
    {
        var sql =
            $"""
            {Rows("claims_changed")} JOIN claim_follows w ON w.fund = c.fund AND w.member = c.member
            WHERE c.fund = @fund AND c.changed_at >= @since ORDER BY c.changed_at
            """;
        return [.. await Read(sql, new { fund = fund.Value, since = since.UtcTicks }, cancellation)];
    }

    private string Rows(string index) =>
        $"SELECT c.claim, c.changed_at AS changed, c.owner, c.body, k.wrapped FROM claims c{database.IndexedBy(index)} JOIN keys k ON k.owner = c.owner";

    private async Task<IEnumerable<ClaimChange>> Read(string sql, object values, CancellationToken cancellation)
    {
        var rows = await database.Read(
            reader => reader.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellation)), cancellation);
        return rows.Select(Open).OfType<ClaimChange>();
    }

    private ClaimChange? Open(Row row) =>
        keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, RegisterSealer.PlaceOfClaim(row.Claim)) is { } body
        && RegisterCodec.Claim(body) is var filed
            ? new ClaimChange(filed.Member, filed.Claim, new DateTimeOffset(row.Changed, TimeSpan.Zero))
            : null;
}
