using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>
/// One SQLite file in WAL mode. The bundled library is 3.50.4: before 3.51.3 two writers, or a checkpoint by another
/// process, could corrupt a WAL. So there is one writing connection, every other one is read-only, and a lock file
/// keeps a second process out.
/// </summary>
internal sealed partial class SqliteDatabase : Database
{
    private readonly string _path;
    private readonly SemaphoreSlim _readers;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<Statement, SqliteStatement>> _prepared = [];
    private FileLock? _lock;

    public SqliteDatabase(string path, int readers)
    {
        SQLitePCL.Batteries_V2.Init();
        _path = Path.GetFullPath(path);
        _readers = new SemaphoreSlim(readers);
    }

    public override bool IsShared => false;

    public override string Folder => "sqlite";

    public override Statement Begin { get; } = new("BEGIN IMMEDIATE", "");

    public override string BeginSnapshot => "BEGIN";

    public override string MigrationLock => "";

    public override string SkipLocked => "";

    public override string IndexedBy(string index) => $" INDEXED BY {index}";

    public override void Claim()
    {
        PrivateFiles.CreateFolder(_path);
        _lock = FileLock.Take(_path);
        PrivateFiles.Create(_path);
    }

    public override async Task<DbConnection> OpenWriter(CancellationToken cancellation)
    {
        var connection = await Open(SqliteOpenMode.ReadWrite, cancellation);
        await Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 400; PRAGMA busy_timeout = 2000;");
        return connection;
    }

    public override ValueTask Close(DbConnection connection)
    {
        if (_prepared.TryGetValue((SqliteConnection)connection, out var prepared))
        {
            foreach (var statement in prepared.Values)
                statement.Dispose(); // or the file stays open behind the closed connection
        }

        return base.Close(connection);
    }

    public override async Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        try
        {
            // On another thread, since SQLite waits for the disk on the caller's.
            return await Task.Run(() => ReadHere(read, cancellation), cancellation);
        }
        finally
        {
            _readers.Release();
        }
    }

    public override Task Run(DbConnection connection, IReadOnlyList<Call> calls)
    {
        foreach (var call in calls)
        {
            var prepared = Prepared((SqliteConnection)connection, call.Statement);
            foreach (var row in call.Rows)
                prepared.Run(row, call);
        }

        return Task.CompletedTask;
    }

    public override bool IsTaken(DbException error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    public override bool IsData(DbException error) => // too big, constraint, mismatch, range
        error is SqliteException { SqliteErrorCode: 18 or 19 or 20 or 25 };

    public override bool IsPassing(DbException error) => false;

    public override async ValueTask DisposeAsync()
    {
        foreach (var connection in _idle)
            await Close(connection);
        _readers.Dispose();
        _lock?.Dispose();
    }

    /// <summary>
    /// What inserts its rows as they are does so by plain values: from a select there might come many, and lest a later one
    /// fail the library would first copy every page that it touches.
    /// </summary>
    protected override string Write(Statement statement) => PlainInsert().Match(statement.Sql) is { Success: true } insert
        ? RowColumn().Replace(insert.Result("${into}VALUES (${values})${rest}"), "@${column}")
        : base.Write(statement);

    protected override string Rows(Statement statement) =>
        $"(SELECT {string.Join(", ", statement.Columns.Select(c => $"@{c.Name} AS {c.Name}"))}) AS r";

    [SuppressMessage("Reliability", "CA2000", Justification = "the connection goes back to the others, or is closed")]
    private async Task<T> ReadHere<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        var connection = _idle.TryTake(out var idle) ? idle : await Open(SqliteOpenMode.ReadOnly, cancellation);
        var isWhole = false;
        try
        {
            var result = await read(connection);
            isWhole = true;
            return result;
        }
        finally
        {
            if (isWhole)
                _idle.Add(connection);
            else
                await Close(connection); // it may be in the middle of a transaction
        }
    }

    [GeneratedRegex(@"^(?<into>INSERT INTO [^()]+\([^()]+\)\s+)SELECT (?<values>.+) FROM \{rows\}(?: WHERE true)?(?: ORDER BY r\.\w+)?(?<rest>\s*|\s+(?:ON CONFLICT|RETURNING).*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainInsert();

    [GeneratedRegex(@"\br\.(?<column>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowColumn();

    private SqliteStatement Prepared(SqliteConnection connection, Statement statement)
    {
        var prepared = _prepared.GetOrCreateValue(connection);
        if (!prepared.TryGetValue(statement, out var found))
            prepared[statement] = found = new SqliteStatement(connection.Handle!, Text(statement), statement.Columns);
        return found;
    }

    private async Task<SqliteConnection> Open(SqliteOpenMode mode, CancellationToken cancellation)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
