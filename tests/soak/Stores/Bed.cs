using ChatChannels.Runtime.Storage;

namespace ChatChannels.Soak.Stores;

/// <summary>An empty store for a service to be killed on, in a folder that goes with it.</summary>
internal abstract class Bed : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("chatchannels-soak-").FullName;

    /// <summary>Where the service finds the store, by command line.</summary>
    public abstract string[] Settings { get; }

    protected string KeyFile => Path.Combine(Folder, "master.key");

    /// <summary>The store as the service left it, to be opened without touching what the next start must find.</summary>
    public abstract Task<StorageOptions> Left(CancellationToken cancellation);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
