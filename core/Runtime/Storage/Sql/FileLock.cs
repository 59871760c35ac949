namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>A lock file beside a database, held for the life of the process; the system lets go of it when the process dies.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _stream;

    private FileLock(string path) => _stream = File.Open(path, PrivateFiles.Options(FileMode.OpenOrCreate));

    /// <summary>Takes the lock, or refuses.</summary>
    /// <exception cref="StorageRefusedException">Another process holds it.</exception>
    public static FileLock Take(string database) => TryTake(database) ?? throw new StorageRefusedException(
        $"Another process has the database open ({database}.lock is held). SQLite serves one process; stop the other one, or use PostgreSQL for several nodes.");

    public static FileLock? TryTake(string database)
    {
        try
        {
            return new FileLock($"{database}.lock");
        }
        catch (IOException) when (File.Exists($"{database}.lock"))
        {
            return null;
        }
    }

    public void Dispose() => _stream.Dispose();
}
