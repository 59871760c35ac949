using System.Runtime.InteropServices;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Files;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Documents;
using Dapper;

namespace ChatChannels.Runtime.Storage.Documents;

/// <summary>Documents in SQLite or PostgreSQL.</summary>
internal sealed class SqlDocumentFile(Database database, Writer writer, KeyRing keys, FileParts parts, IStore store) : IDocumentFile
{
    private const string Whole = """
        SELECT d.id, d.filed, d.paper, d.media_type AS mediaType, d.at, d.owner, d.body, k.wrapped
        FROM documents d JOIN keys k ON k.owner = d.owner WHERE d.id = @id AND d.fund = @fund
        """;

    /// <summary>Filled by property, as SQLite tells no types of a result without rows.</summary>
    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string? Filed { get; init; }

        public string? Paper { get; init; }

        public string MediaType { get; init; } = "";

        public long At { get; init; }

        public string Owner { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public byte[] Wrapped { get; init; } = [];

        public DateTimeOffset Instant => new(At, TimeSpan.Zero);
    }

    public async Task<Document?> FindLoose(FundId fund, Address sender, Guid id, CancellationToken cancellation)
    {
        var rows = await Ask(
            $"{Whole} AND d.filed IS NULL AND d.owner = @owner",
            new { id = id.ToString("D"), fund = fund.Value, owner = keys.OwnerOfAddress(fund, sender.Value) },
            cancellation);
        return rows is [var row] ? await Open(fund, row, cancellation) : null;
    }

    public async Task<IReadOnlyList<FiledDocument>> Of(FundId fund, string @case, CancellationToken cancellation)
    {
        var rows = await Ask(
            """
            SELECT d.id, d.paper, d.media_type AS mediaType, d.at FROM documents d JOIN keys k ON k.owner = d.owner
            WHERE d.fund = @fund AND d.filed = @case ORDER BY d.at, d.id
            """,
            new { fund = fund.Value, @case },
            cancellation);
        return [.. rows.Select(row => new FiledDocument(Guid.Parse(row.Id), row.Paper!, row.MediaType, row.Instant))];
    }

    public async Task<Document?> Open(AgentRight right, Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await Ask($"{Whole} AND d.filed IS NOT NULL", new { id = id.ToString("D"), fund = right.Fund.Value }, cancellation);
        if (rows is not [var row] || await Open(right.Fund, row, cancellation) is not { } document)
            return null;
        var opened = new AuditFact(right.Fund, "document-opened", $"{row.Filed} {row.Paper}", right.Agent, now);
        return await store.Commit(new Unit(null, [new Change.Record(opened)]), cancellation) is CommitResult.Committed ? document : null;
    }

    public async Task<int> Sweep(DateTimeOffset sentBefore, DateTimeOffset expiredBefore, CancellationToken cancellation)
    {
        var forgotten = await writer.Do(
            async connection =>
            {
                await connection.ExecuteAsync("DELETE FROM document_links WHERE expires < @before", new { before = expiredBefore.UtcTicks });
                return await connection.ExecuteAsync("DELETE FROM documents WHERE filed IS NULL AND at < @before", new { before = sentBefore.UtcTicks });
            },
            cancellation);
        await parts.Sweep(sentBefore, cancellation);
        return forgotten;
    }

    private Task<List<Row>> Ask(string sql, object values, CancellationToken cancellation) => database.Read(
        async reader => (await reader.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: cancellation))).AsList(), cancellation);

    private async Task<Document?> Open(FundId fund, Row row, CancellationToken cancellation)
    {
        var kept = keys.Unwrap(row.Owner, row.Wrapped)?.Open(row.Body, DocumentSealer.Place(row.Id, row.Filed));
        return await parts.Open(kept, cancellation) is { } content
            ? new Document(Guid.Parse(row.Id), fund, row.MediaType, ImmutableCollectionsMarshal.AsImmutableArray(content), row.Instant)
            {
                Kept = ImmutableCollectionsMarshal.AsImmutableArray(kept!),
            }
            : null;
    }
}
