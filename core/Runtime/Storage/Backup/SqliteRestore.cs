using System.Data.Common;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Sql;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>Puts the rows of a backup in place of the live ones, in one transaction of the node's own writer.</summary>
internal sealed class SqliteRestore(Storehouse house, StorageOptions options, TimeProvider time, ILogger log)
{
    private static readonly string[] Holders = ["turns", "cases", "members", "claims", "register_outbox", "outbox", "audit"];

    public async Task<BackupReport> Run(string file, bool force, CancellationToken cancellation)
    {
        if (!force && await Holds(cancellation))
            return BackupReport.Refused(Backups.Holds);
        var copy = $"{Path.GetFullPath(options.Path)}.restoring";
        try
        {
            if (await Check(file, copy, cancellation) is { } refusal)
                return BackupReport.Refused(refusal);
            await AuditWatch.Note(house.Anchor, time.GetUtcNow(), log, cancellation); // what was rolled back before is not hidden by this
            await house.Writer.Replace(writer => Replace(writer, copy), house.ForgetAll, cancellation);
            await AuditWatch.Note(house.Anchor, time.GetUtcNow(), log, cancellation);
            return BackupReport.Restored(file);
        }
        finally
        {
            foreach (var end in (string[])["", "-wal", "-shm", ".lock"])
                File.Delete(copy + end);
        }
    }

    private Task<bool> Holds(CancellationToken cancellation) => house.Database.Read(
        async reader =>
        {
            foreach (var table in Holders)
            {
                if (await reader.ExecuteScalarAsync<long>($"SELECT EXISTS (SELECT 1 FROM {table})") is 1)
                    return true;
            }

            return false;
        },
        cancellation);

    /// <summary>Checks a copy of the file, so that neither the backup nor the live rows are touched by it.</summary>
    private async Task<string?> Check(string file, string copy, CancellationToken cancellation)
    {
        File.Copy(file, copy, overwrite: true);
        PrivateFiles.Narrow(copy);
        try
        {
            await using var connection = await SqliteBackup.Open(copy, SqliteOpenMode.ReadWrite, cancellation);
            if (await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check") is not "ok")
                return $"{file} is damaged, and is not restored.";
            if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('migrations', 'meta', 'audit_head')") is not 3)
                return $"{file} is not a backup of this program.";
        }
        catch (SqliteException)
        {
            return $"{file} is damaged or no SQLite database, and is not restored.";
        }

        return await BackupCheck.Refusal(new StorageOptions { Path = copy, KeyFile = options.KeyFile }, time, cancellation);
    }

    private async Task Replace(DbConnection writer, string copy)
    {
        await writer.ExecuteAsync("ATTACH DATABASE @copy AS backup", new { copy });
        await Database.Execute(writer, "BEGIN IMMEDIATE");
        var record = RestoreRecord.Of(house.Keys, await AuditAnchor.Head(writer), time.GetUtcNow());
        var tables = await writer.QueryAsync<string>("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        foreach (var table in tables)
            await writer.ExecuteAsync($"DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM backup.{table}");
        await record.Put(writer);
        await Database.Execute(writer, "COMMIT");
        await Database.Execute(writer, "DETACH DATABASE backup");
    }
}
