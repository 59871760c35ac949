using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Sql;
using ChatChannels.Services.Accounts;
using Dapper;

namespace ChatChannels.Runtime.Storage.Verification;

/// <summary>Links to the password page in SQLite or PostgreSQL.</summary>
internal sealed class SqlPasswordLinks(Database database, KeyRing keys) : IPasswordLinks
{
    /// <summary>Filled by property, as SQLite tells no types of a result without rows.</summary>
    private sealed record Row
    {
        public byte[] Body { get; init; } = [];

        public long? UsedAt { get; init; }
    }

    public async Task<PasswordLink?> Find(string token, CancellationToken cancellation)
    {
        var row = await database.Read(
            reader => reader.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                "SELECT body, used_at AS usedAt FROM password_links WHERE id = @id",
                new { id = LinkCodecs.Password.IdOf(keys, token) },
                cancellationToken: cancellation)),
            cancellation);
        return row is null || LinkCodecs.Password.Open(keys, token, row.Body) is not { } link ? null : link with { IsUsed = row.UsedAt is not null };
    }
}
