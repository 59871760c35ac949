using System.Data.Common;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatChannels.Tests.Host;

/// <summary>The ways in which a store fails beneath a running service, each done to the real one.</summary>
internal sealed class StoreTrouble(ReplayHost service, SlowStore.Gate gate) : IAsyncDisposable
{
    public const string Locked = "locked";
    public const string Slow = "slow";
    public const string ReadOnly = "read-only";
    public const string Down = "down";
    public const string Closed = "closed";

    /// <summary>Where the file format's write version stands in an SQLite file; of a number it does not know, a library only reads.</summary>
    private const int WriteVersionOffset = 18;
    private const byte WalVersion = 2;
    private const byte UnknownVersion = 3;

    private readonly StorageOptions _options = service.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
    private DbConnection? _holder;

    private Storehouse House => service.Services.GetRequiredService<Storehouse>();

    public Task Begin(string trouble) => (trouble, _options.Kind) switch
    {
        (Slow, _) => CloseGate(),
        (Closed, _) => House.DisposeAsync().AsTask(),
        (Locked, StorageKind.Sqlite) => Hold("BEGIN IMMEDIATE"),
        (ReadOnly, StorageKind.Sqlite) => MakeFileReadOnly(),
        (Locked, _) => Hold("START TRANSACTION", LockAll),
        (ReadOnly, _) => AlterDatabase("SET default_transaction_read_only = on"),
        (Down, _) => AlterDatabase("ALLOW_CONNECTIONS false"),
        _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
    };

    public async Task End(string trouble)
    {
        await DisposeAsync();
        await ((trouble, _options.Kind) switch
        {
            (Slow, _) => OpenGate(),
            (ReadOnly, StorageKind.Sqlite) => SetWriteVersion(WalVersion),
            (ReadOnly, _) => AlterDatabase("RESET default_transaction_read_only"),
            (Down, _) => AlterDatabase("ALLOW_CONNECTIONS true"),
            _ => Task.CompletedTask,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_holder is not null)
            await _holder.DisposeAsync();
        _holder = null;
    }

    private const string LockAll =
        """
        DO $$ DECLARE name text; BEGIN
          FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', name);
          END LOOP;
        END $$
        """;

    private Task CloseGate()
    {
        gate.Close();
        return Task.CompletedTask;
    }

    private Task OpenGate()
    {
        gate.Open();
        return Task.CompletedTask;
    }

    private async Task Hold(params string[] statements)
    {
        _holder = _options.Kind is StorageKind.Sqlite
            ? new SqliteConnection($"Data Source={_options.Path};Pooling=False")
            : new NpgsqlConnection(_options.ConnectionString + ";Pooling=False");
        await _holder.OpenAsync();
        foreach (var statement in statements)
            await _holder.ExecuteAsync(statement);
    }

    /// <summary>All is brought into the file, and the writer has to open it anew.</summary>
    private async Task MakeFileReadOnly()
    {
        await House.Writer.DoAlone(connection => connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA query_only = 1"), CancellationToken.None);
        await SetWriteVersion(UnknownVersion);
    }

    private async Task SetWriteVersion(byte version)
    {
        using var file = File.OpenHandle(_options.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        await RandomAccess.WriteAsync(file, new[] { version }, WriteVersionOffset);
    }

    /// <summary>Holds for connections made from here on, so that the present ones are ended.</summary>
    private async Task AlterDatabase(string change)
    {
        var name = new NpgsqlConnectionStringBuilder(_options.ConnectionString).Database;
        await using var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_options.ConnectionString) { Database = "postgres", Pooling = false }.ToString());
        await admin.ExecuteAsync($"ALTER DATABASE {name} {change}");
        await admin.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = @name", new { name });
    }
}
