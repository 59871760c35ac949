using ChatChannels.Runtime.Storage;
using Dapper;
using Npgsql;

namespace ChatChannels.Soak.Stores;

/// <summary>A database. It is checked where it stands: PostgreSQL itself has nothing to mend when a client dies.</summary>
internal sealed class PostgresBed(string connectionString) : Bed
{
    private const string Others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    public override string[] Settings =>
        ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", connectionString, "--Storage:KeyFile", KeyFile];

    /// <summary>What the dead service had asked for last may still be under way; it comes to its end first.</summary>
    public override async Task<StorageOptions> Left(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        while (await connection.ExecuteScalarAsync<long>(Others) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellation);
        return new StorageOptions { Kind = StorageKind.Postgres, ConnectionString = connectionString + ";Pooling=false", KeyFile = KeyFile };
    }
}
