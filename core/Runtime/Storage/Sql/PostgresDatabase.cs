using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>A PostgreSQL database, shared by any number of nodes. Decisions are read on the primary.</summary>
internal sealed class PostgresDatabase : Database
{
    // Stronger settings (remote_write, remote_apply) are the operator's choice and stay.
    private const string Durable =
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')";

    private readonly NpgsqlDataSource _source;
    private bool _warned;

    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.MaxAutoPrepare = 64;
        settings.AutoPrepareMinUsages = 2;
        // What we set on a connection is meant to stay, and to take it back costs a round trip each time.
        settings.NoResetOnClose = true;
        // Our statements look up by key; planning them anew for every array costs more than running them.
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_generic_plan".Trim();
        if (settings.Host?.Contains(',', StringComparison.Ordinal) is true)
            settings.TargetSessionAttributes = "primary";
        _source = builder.Build();
    }

    public override bool IsShared => true;

    public override string Folder => "postgres";

    public override string Begin => "BEGIN";

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override string MigrationLock => "SELECT pg_advisory_xact_lock(7232610)";

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override async Task<DbConnection> OpenWriter(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        connection.Notice += (_, notice) => _warned |= notice.Notice.InvariantSeverity is "WARNING";
        await Execute(connection, Durable);
        return connection;
    }

    public override async Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return await read(connection);
    }

    public override async Task<List<T>> Run<T>(DbConnection connection, Statement statement, IReadOnlyList<object?[]> rows, Func<IRow, T> read)
    {
        await using var command = Command(connection, statement, rows);
        await using var reader = await command.ExecuteReaderAsync();
        var results = new List<T>();
        var row = new PostgresRow(reader);
        while (await reader.ReadAsync())
            results.Add(read(row));
        return results;
    }

    /// <summary>
    /// A wait for the synchronous standby that was cancelled still commits, with a warning only: that commit can be lost
    /// at a failover, so it must not be told of as done.
    /// </summary>
    public override async Task Commit(DbConnection writer)
    {
        _warned = false;
        await base.Commit(writer);
        if (_warned)
            throw new InvalidOperationException("PostgreSQL committed with a warning; whether the standby has it is unknown.");
    }

    public override bool IsTaken(DbException error) => error.SqlState is PostgresErrorCodes.UniqueViolation;

    public override bool IsData(DbException error) => // classes 21 (cardinality), 22 (data) and 23 (constraint)
        error.SqlState?[..2] is "21" or "22" or "23";

    public override bool IsPassing(DbException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override string Rows(Statement statement)
    {
        var names = statement.Columns.Select(c => c.Name).ToList();
        return $"unnest({string.Join(", ", names.Select(n => "@" + n))}) AS r({string.Join(", ", names)})";
    }

    [SuppressMessage("Security", "CA2100", Justification = "every text is a constant of this program; values are bound")]
    private NpgsqlCommand Command(DbConnection connection, Statement statement, IReadOnlyList<object?[]> rows)
    {
        var command = new NpgsqlCommand(Text(statement), (NpgsqlConnection)connection);
        for (var i = 0; i < statement.Columns.Length; i++)
            command.Parameters.AddWithValue(statement.Columns[i].Name, Values(statement.Columns[i].Type, rows, i));
        return command;
    }

    private sealed class PostgresRow(NpgsqlDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Long(int column) => reader.GetInt64(column);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public string Text(int column) => reader.GetString(column);
    }

    private static Array Values(ColumnType type, IReadOnlyList<object?[]> rows, int column) => type switch
    {
        ColumnType.Long => rows.Select(r => (long?)r[column]).ToArray(),
        ColumnType.Bytes => rows.Select(r => (byte[]?)r[column]).ToArray(),
        _ => rows.Select(r => (string?)r[column]).ToArray(),
    };
}
