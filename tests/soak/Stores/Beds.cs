using System.Globalization;
using ChatChannels.Driver.Walks;
using ChatChannels.Runtime.Storage;
using ChatChannels.Soak.Processes;

namespace ChatChannels.Soak.Stores;

/// <summary>Makes empty stores of a kind; those of PostgreSQL in a cluster of their own.</summary>
internal sealed class Beds : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;
    private int _made;

    private Beds(PostgresCluster? cluster, DirectoryInfo? folder) => (Cluster, _folder) = (cluster, folder);

    /// <summary>PostgreSQL; null where the store is SQLite.</summary>
    public PostgresCluster? Cluster { get; }

    public static async Task<Beds> Open(StorageKind kind, Chance chance, CancellationToken cancellation)
    {
        if (kind is StorageKind.Sqlite)
            return new Beds(null, null);
        // Not under TMPDIR, which may be closed to the user that PostgreSQL runs as.
        var folder = Directory.CreateDirectory(Path.Combine("/tmp", $"chatchannels-soak-{chance.Hex()}"));
        return new Beds(await PostgresCluster.Create(Path.Combine(folder.FullName, "cluster"), chance, cancellation), folder);
    }

    public async Task<Bed> Make(CancellationToken cancellation) => Cluster is null
        ? new SqliteBed()
        : new PostgresBed(await Cluster.CreateDatabase(string.Create(CultureInfo.InvariantCulture, $"soak_{++_made}"), cancellation));

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
        _folder?.Delete(recursive: true);
    }
}
