using ChatChannels.Runtime.Storage.Sql;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>
/// Copies of a SQLite file. A copy is read beside the running writer by a read-only connection, which never
/// checkpoints. Only the writer may restore: where the service runs, the file's name is handed to it.
/// </summary>
internal sealed class SqliteBackup(StorageOptions options, TimeProvider time) : IBackup
{
    public async Task<BackupReport> Save(string file, CancellationToken cancellation)
    {
        if (!File.Exists(options.Path))
            return BackupReport.Refused($"There is no database at {options.Path}.");
        if (File.Exists(file))
            return BackupReport.Refused($"{file} exists; a backup is a new file.");
        PrivateFiles.Create(file); // SQLite fills an empty file and leaves its mode
        using var free = FileLock.TryTake(Path.GetFullPath(options.Path));
        var mode = free is null ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite; // after a crash only a writer recovers the WAL
        await using var source = await Open(options.Path, mode, cancellation);
        await source.ExecuteAsync("VACUUM INTO @file", new { file });
        PrivateFiles.Flush(file);
        return BackupReport.Saved(file, options.KeyFile);
    }

    public async Task<BackupReport> Restore(string file, bool force, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return BackupReport.Refused($"There is no file {file}.");
        string[] made = [.. Made().Where(path => !File.Exists(path))];
        var report = await Into(file, force, cancellation);
        foreach (var path in report.Done ? [] : made)
            File.Delete(path); // an empty database and a new key would stand in the way of the right one
        return report;
    }

    /// <summary>The files that are made where there was no storage.</summary>
    private string[] Made() => [options.Path, $"{options.Path}-wal", $"{options.Path}-shm", options.KeyFile];

    private async Task<BackupReport> Into(string file, bool force, CancellationToken cancellation)
    {
        try
        {
            await using var house = await Storehouse.Open(options, time, NullLogger.Instance, cancellation);
            return await new SqliteRestore(house, options, time, NullLogger.Instance).Run(file, force, cancellation);
        }
        catch (StorageRefusedException) when (ControlSocket.IsThere(options.Path))
        {
            return await ByTheService(file, force, cancellation);
        }
        catch (StorageRefusedException refused)
        {
            return BackupReport.Refused(refused.Message);
        }
    }

    private async Task<BackupReport> ByTheService(string file, bool force, CancellationToken cancellation)
    {
        try
        {
            var request = new ControlSocket.Request(RestoreControl.Command, Path.GetFullPath(file)) { Force = force };
            return await ControlSocket.Ask<BackupReport>(options.Path, request, _ => { }, cancellation);
        }
        catch (StorageRefusedException silent)
        {
            return BackupReport.Refused(silent.Message);
        }
    }

    internal static async Task<SqliteConnection> Open(string path, SqliteOpenMode mode, CancellationToken cancellation)
    {
        SQLitePCL.Batteries_V2.Init();
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
