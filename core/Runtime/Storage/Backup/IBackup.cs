namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>Copies of the whole storage, made and put back while the service runs. The master key is never in them: keep its file apart.</summary>
public interface IBackup
{
    /// <summary>Writes a consistent copy to a new file that only its owner may read.</summary>
    Task<BackupReport> Save(string file, CancellationToken cancellation);

    /// <summary>Puts a copy back, all or nothing, after checking that it is whole, that the key fits and that its audit chain is unbroken.</summary>
    /// <param name="force">Replace what is there; without it a storage that holds anything is left alone.</param>
    Task<BackupReport> Restore(string file, bool force, CancellationToken cancellation);
}
