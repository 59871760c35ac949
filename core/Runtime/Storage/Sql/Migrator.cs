using System.Data.Common;
using Dapper;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>Brings a database to this program's schema, all in one transaction.</summary>
internal sealed class Migrator(Database database, TimeProvider time)
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at BIGINT NOT NULL)";

    private sealed record Applied(long Number, string Name, string Checksum);

    /// <summary>Applies what is missing.</summary>
    /// <returns>How many were applied.</returns>
    /// <exception cref="StorageRefusedException">An applied one was altered, or the database is newer than the program.</exception>
    public async Task<int> Apply(DbConnection writer, IReadOnlyList<Migration> migrations)
    {
        await database.Run(writer, [Call.Of(database.Begin, Statement.Once)]);
        if (database.MigrationLock.Length > 0)
            await Database.Execute(writer, database.MigrationLock);
        await Database.Execute(writer, Table);
        var applied = (await writer.QueryAsync<Applied>("SELECT number, name, checksum FROM migrations ORDER BY number")).AsList();
        Check(applied, migrations);
        foreach (var migration in migrations.Skip(applied.Count))
            await Apply(writer, migration);
        await database.Commit(writer);
        return migrations.Count - applied.Count;
    }

    private async Task Apply(DbConnection writer, Migration migration)
    {
        await Database.Execute(writer, migration.Sql);
        await writer.ExecuteAsync(
            "INSERT INTO migrations (number, name, checksum, at) VALUES (@Number, @Name, @Checksum, @At)",
            new { migration.Number, migration.Name, migration.Checksum, At = time.GetUtcNow().UtcTicks });
    }

    private static void Check(List<Applied> applied, IReadOnlyList<Migration> migrations)
    {
        if (applied.Count > migrations.Count)
        {
            throw new StorageRefusedException(
                $"The database is at migration {applied[^1].Number}, this program knows {migrations.Count}. Run the newer program, or restore an older backup.");
        }

        foreach (var (was, now) in applied.Zip(migrations))
        {
            if (was.Number != now.Number || !string.Equals(was.Checksum, now.Checksum, StringComparison.Ordinal))
            {
                throw new StorageRefusedException(
                    $"Migration {was.Name} differs from the one applied to the database. An applied migration is never changed: put the old file back and add a new one.");
            }
        }
    }
}
