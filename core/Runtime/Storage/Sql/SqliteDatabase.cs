using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>
/// One SQLite file in WAL mode. The bundled library is 3.35.5: before 3.51.3 two writers, or a checkpoint by another
/// process, could corrupt a WAL. So there is one writing connection, every other one is read-only, and a lock file
/// keeps a second process out.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private readonly string _path;
    private readonly SemaphoreSlim _readers;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<Statement, SqliteCommand>> _commands = [];
    private FileLock? _lock;

    public SqliteDatabase(string path, int readers)
    {
        SQLitePCL.Batteries_V2.Init();
        _path = Path.GetFullPath(path);
        _readers = new SemaphoreSlim(readers);
    }

    public override bool IsShared => false;

    public override string Folder => "sqlite";

    public override string Begin => "BEGIN IMMEDIATE";

    public override string BeginSnapshot => "BEGIN";

    public override string MigrationLock => "";

    public override string RowLock => "";

    public override string SkipLocked => "";

    public override void Claim()
    {
        PrivateFiles.CreateFolder(_path);
        _lock = FileLock.Take(_path);
        PrivateFiles.Create(_path);
    }

    public override async Task<DbConnection> OpenWriter(CancellationToken cancellation)
    {
        var connection = await Open(SqliteOpenMode.ReadWrite, cancellation);
        await Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0;");
        return connection;
    }

    public override async Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        try
        {
            if (!_idle.TryTake(out var connection))
                connection = await Open(SqliteOpenMode.ReadOnly, cancellation);
            var result = await read(connection);
            _idle.Add(connection); // after an error it is left to be closed: it may be in the middle of a transaction
            return result;
        }
        finally
        {
            _readers.Release();
        }
    }

    public override async Task<List<T>> Run<T>(DbConnection connection, Statement statement, IReadOnlyList<object?[]> rows, Func<DbDataReader, T> read)
    {
        var command = Command((SqliteConnection)connection, statement);
        var results = new List<T>();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                results.Add(read(reader));
        }

        return results;
    }

    public override bool IsTaken(DbException error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    public override bool IsData(DbException error) => // too big, constraint, mismatch, range
        error is SqliteException { SqliteErrorCode: 18 or 19 or 20 or 25 };

    public override bool IsPassing(DbException error) => false;

    public override async ValueTask DisposeAsync()
    {
        foreach (var connection in _idle)
            await connection.DisposeAsync();
        _readers.Dispose();
        _lock?.Dispose();
    }

    protected override string Rows(Statement statement) =>
        $"(SELECT {string.Join(", ", statement.Columns.Select(c => $"@{c.Name} AS {c.Name}"))}) AS r";

    [SuppressMessage("Security", "CA2100", Justification = "every text is a constant of this program; values are bound")]
    private SqliteCommand Command(SqliteConnection connection, Statement statement)
    {
        var commands = _commands.GetOrCreateValue(connection);
        if (commands.TryGetValue(statement, out var command))
            return command;
        command = connection.CreateCommand();
        command.CommandText = Text(statement);
        foreach (var column in statement.Columns)
            command.Parameters.Add($"@{column.Name}", Type(column.Type));
        return commands[statement] = command;
    }

    private static SqliteType Type(ColumnType type) => type switch
    {
        ColumnType.Long => SqliteType.Integer,
        ColumnType.Bytes => SqliteType.Blob,
        _ => SqliteType.Text,
    };

    private async Task<SqliteConnection> Open(SqliteOpenMode mode, CancellationToken cancellation)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
