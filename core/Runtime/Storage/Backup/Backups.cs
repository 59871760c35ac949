namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>The backup of each kind of database, for the command line: the service may run or not.</summary>
public static class Backups
{
    /// <summary>What every refusal to overwrite says.</summary>
    internal const string Holds = "The database holds data. Restoring replaces all of it; say --force to mean that.";

    public static IBackup For(StorageOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Kind is StorageKind.Sqlite ? new SqliteBackup(options, time) : new PostgresBackup(options, time);
    }
}
