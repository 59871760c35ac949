using System.Security.Cryptography;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Sql;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>
/// Copies of a PostgreSQL database by pg_dump and pg_restore, in their custom format. A copy is first restored into a
/// database of its own and checked there; then it replaces the live tables in one transaction, for which running
/// nodes wait.
/// </summary>
internal sealed class PostgresBackup(StorageOptions options, TimeProvider time) : IBackup
{
    private static readonly string[] Whole = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"];

    public async Task<BackupReport> Save(string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
            return BackupReport.Refused($"{file} exists; a backup is a new file.");
        PrivateFiles.Create(file);
        if (await PostgresTool.Run("pg_dump", options.ConnectionString!, ["--format", "custom", "--file", file], cancellation) is not { } refusal)
            return BackupReport.Saved(file, options.KeyFile);
        File.Delete(file);
        return BackupReport.Refused(refusal);
    }

    public async Task<BackupReport> Restore(string file, bool force, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return BackupReport.Refused($"There is no file {file}.");
        if (!force && await Holds(cancellation))
            return BackupReport.Refused(Backups.Holds);
        if (await Check(file, cancellation) is { } unfit)
            return BackupReport.Refused(unfit);
        var before = await Note(cancellation); // what was rolled back before is not hidden by this
        if (await PostgresTool.Run("pg_restore", options.ConnectionString!, [.. Whole, "--clean", "--if-exists", file], cancellation) is { } refusal)
            return BackupReport.Refused(refusal);
        await Record(before, cancellation);
        return BackupReport.Restored(file);
    }

    private async Task<bool> Holds(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(options.ConnectionString!);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('audit') IS NOT NULL") && await connection.ExecuteScalarAsync<bool>(
            """
            SELECT EXISTS (SELECT 1 FROM turns) OR EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM members)
              OR EXISTS (SELECT 1 FROM outbox) OR EXISTS (SELECT 1 FROM audit)
            """);
    }

    /// <summary>Notes the audit as it is before the restore; a database that is new has none.</summary>
    private async Task<AuditHead> Note(CancellationToken cancellation)
    {
        await using var house = await Storehouse.Open(options, time, NullLogger.Instance, cancellation);
        await AuditWatch.Note(house.Anchor, time.GetUtcNow(), NullLogger.Instance, cancellation);
        return await house.Database.Read(AuditAnchor.Head, cancellation);
    }

    /// <summary>Leaves the restore's record, for the anchors of all nodes, and notes the audit as it is now.</summary>
    private async Task Record(AuditHead before, CancellationToken cancellation)
    {
        await using var house = await Storehouse.Open(options, time, NullLogger.Instance, cancellation);
        var record = RestoreRecord.Of(house.Keys, before, time.GetUtcNow());
        await house.Writer.Do(
            async writer =>
            {
                await record.Put(writer);
                return true;
            },
            cancellation);
        await AuditWatch.Note(house.Anchor, time.GetUtcNow(), NullLogger.Instance, cancellation);
    }

    private async Task<string?> Check(string file, CancellationToken cancellation)
    {
        var name = $"chatchannels_check_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        await using var source = NpgsqlDataSource.Create(options.ConnectionString!);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            await connection.ExecuteAsync($"CREATE DATABASE {name}");
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return "A backup is checked in a database of its own before it is restored, and this user may not create one. Grant CREATEDB for the time of the restore.";
        }

        try
        {
            var copy = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Database = name, Pooling = false }.ToString();
            return await PostgresTool.Run("pg_restore", copy, [.. Whole, file], cancellation) ?? await CheckCopy(copy, cancellation);
        }
        finally
        {
            await connection.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private async Task<string?> CheckCopy(string copy, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(copy);
        await using var command = source.CreateCommand("SELECT to_regclass('meta') IS NULL OR to_regclass('audit_head') IS NULL");
        if (await command.ExecuteScalarAsync(cancellation) is true)
            return "The file is not a backup of this program.";
        var checking = new StorageOptions { Kind = StorageKind.Postgres, ConnectionString = copy, KeyFile = options.KeyFile };
        return await BackupCheck.Refusal(checking, time, cancellation);
    }
}
