using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Services.Links;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Links of one kind in SQLite or PostgreSQL.</summary>
internal sealed class SqlLinks<T>(Database database, KeyRing keys, LinkTable<T> table) : ILinks<T>
    where T : Link
{
    /// <summary>Filled by property, as SQLite tells no types of a result without rows.</summary>
    private sealed record Row
    {
        public byte[] Body { get; init; } = [];

        public long? UsedAt { get; init; }
    }

    public async Task<T?> Find(string token, CancellationToken cancellation)
    {
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(table.Query, new { id = table.IdOf(keys, token) }, cancellationToken: cancellation)),
            cancellation);
        return row is null || table.Open(keys, token, row.Body) is not { } link ? null : link with { IsUsed = row.UsedAt is not null };
    }
}
