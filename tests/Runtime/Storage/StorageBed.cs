using System.Data.Common;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>A fresh database, its key file, and the nodes opened on it.</summary>
public abstract class StorageBed : IAsyncDisposable
{
    private readonly List<Storehouse> _nodes = [];
    private ControlDoor? _door;

    public string Folder { get; } = Directory.CreateTempSubdirectory("chatchannels-").FullName;

    public required StorageOptions Options { get; init; }

    /// <summary>Whether several nodes may share the database.</summary>
    public abstract bool ManyNodes { get; }

    public static async Task<StorageBed> Create(StorageKind kind) =>
        kind is StorageKind.Sqlite ? SqliteBed.Create() : await PostgresBed.Create();

    /// <summary>Another node on the same database, with its door open, as a host runs it.</summary>
    public Task<Storehouse> Open() => Open(Options);

    public async Task<Storehouse> Open(StorageOptions options)
    {
        var node = await Storehouse.Open(options, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        _nodes.Add(node);
        if (options.Kind is StorageKind.Sqlite)
            _door = ControlDoor.Open(node, options, TimeProvider.System, NullLogger.Instance);
        return node;
    }

    public async Task Close(Storehouse node)
    {
        await CloseDoor();
        _nodes.Remove(node);
        await node.DisposeAsync();
    }

    /// <summary>Does something to the database that no program of ours would.</summary>
    public async Task Tamper(string sql)
    {
        await using var connection = Connect();
        await connection.ExecuteAsync(sql);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var connection = Connect();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>The head of the audit as who can read the database sees it, to be put back later.</summary>
    public async Task<(long Seq, byte[] Hash, byte[] Seal)> HeadOfAudit()
    {
        await using var connection = Connect();
        return await connection.QuerySingleAsync<(long, byte[], byte[])>("SELECT seq, hash, seal FROM audit_head");
    }

    /// <summary>Takes the facts behind an earlier head away and puts that head back: the chain is whole again.</summary>
    public async Task RollBackAudit((long Seq, byte[] Hash, byte[] Seal) head)
    {
        await using var connection = Connect();
        await connection.ExecuteAsync(
            "DELETE FROM audit WHERE seq > @Seq; UPDATE audit_head SET seq = @Seq, hash = @Hash, seal = @Seal", new { head.Seq, head.Hash, head.Seal });
    }

    public async Task CloseDoor()
    {
        if (_door is not null)
            await _door.DisposeAsync();
        _door = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseDoor();
        foreach (var node in _nodes)
            await node.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected abstract DbConnection Connect();

    private sealed class SqliteBed : StorageBed
    {
        public override bool ManyNodes => false;

        public static SqliteBed Create()
        {
            var bed = new SqliteBed { Options = new StorageOptions() };
            bed.Options.Path = Path.Combine(bed.Folder, "test.db");
            bed.Options.KeyFile = Path.Combine(bed.Folder, "keys", "master.key");
            return bed;
        }

        protected override DbConnection Connect() => new SqliteConnection($"Data Source={Options.Path};Pooling=False");
    }

    private sealed class PostgresBed : StorageBed
    {
        public override bool ManyNodes => true;

        public static async Task<PostgresBed> Create()
        {
            var bed = new PostgresBed { Options = new StorageOptions { Kind = StorageKind.Postgres, ConnectionString = await PostgresServer.Create() } };
            bed.Options.KeyFile = Path.Combine(bed.Folder, "keys", "master.key");
            return bed;
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await PostgresServer.Drop(Options.ConnectionString!);
        }

        protected override DbConnection Connect() => new NpgsqlConnection(Options.ConnectionString + ";Pooling=False");
    }
}
