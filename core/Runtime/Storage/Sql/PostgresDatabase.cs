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

    private const string GssEncryption = "GSS Encryption Mode";

    private readonly NpgsqlDataSource _source;
    private bool _warned;

    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableTransportSecurity().EnableIntegratedSecurity().EnableArrays();
        var settings = builder.ConnectionStringBuilder;
        // Asking for it takes a library of 1 MB, and a server is seldom reached by it: TLS it is, unless the string says otherwise.
        if (!settings.ShouldSerialize(GssEncryption))
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
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

    public override Statement Begin { get; } = new("BEGIN", "");

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override string MigrationLock => "SELECT pg_advisory_xact_lock(7232610)";

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string IndexedBy(string index) => "";

    public override async Task<DbConnection> OpenWriter(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        connection.Notice += (_, notice) => _warned |= notice.Notice.InvariantSeverity is "WARNING";
        await Execute(connection, Durable);
        return connection;
    }

    public override Task Analyze(DbConnection writer, string tables) => Execute(writer, $"ANALYZE {tables}");

    public override async Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        return await read(connection);
    }

    public override async Task Run(DbConnection connection, IReadOnlyList<Call> calls)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection);
        foreach (var call in calls)
            batch.BatchCommands.Add(Command(call));
        await using var reader = await batch.ExecuteReaderAsync();
        var row = new PostgresRow(reader);
        foreach (var call in calls.Where(call => call.Statement.Returns)) // the others have no result to pass
        {
            while (await reader.ReadAsync())
                call.Take(row);
            await reader.NextResultAsync();
        }
    }

    public override Task Commit(DbConnection writer, params IReadOnlyList<Call> last) => Durably(() => base.Commit(writer, last));

    /// <summary>Calls that are sent together are one transaction without being told so (the protocol's "pipelining").</summary>
    public override Task RunDurably(DbConnection writer, IReadOnlyList<Call> calls) => Durably(() => Run(writer, calls));

    /// <summary>
    /// A wait for the synchronous standby that was cancelled still commits, with a warning only: that commit can be lost
    /// at a failover, so it must not be told of as done.
    /// </summary>
    private async Task Durably(Func<Task> commit)
    {
        _warned = false;
        await commit();
        if (_warned)
            throw new InvalidOperationException("PostgreSQL committed with a warning; whether the standby has it is unknown.");
    }

    public override bool IsTaken(DbException error) => error.SqlState is PostgresErrorCodes.UniqueViolation;

    public override bool IsData(DbException error) => // classes 21 (cardinality), 22 (data) and 23 (constraint)
        error.SqlState?[..2] is "21" or "22" or "23";

    public override bool IsPassing(DbException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        || error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "turns" or "keys" }
            or PostgresException { SqlState: PostgresErrorCodes.NotNullViolation, TableName: "turns" or "keys" or "audit_head" };

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override string Rows(Statement statement) =>
        $"unnest({string.Join(", ", statement.Columns.Select((_, n) => $"${n + 1}"))}) AS r({string.Join(", ", statement.Columns.Select(c => c.Name))})";

    [SuppressMessage("Security", "CA2100", Justification = "every text is a constant of this program; values are bound")]
    private NpgsqlBatchCommand Command(Call call)
    {
        var command = new NpgsqlBatchCommand(Text(call.Statement));
        for (var i = 0; i < call.Statement.Columns.Length; i++)
            command.Parameters.Add(Parameter(call.Statement.Columns[i].Type, call.Rows, i));
        return command;
    }

    private sealed class PostgresRow(NpgsqlDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Long(int column) => reader.GetInt64(column);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public string Text(int column) => reader.GetString(column);
    }

    private static NpgsqlParameter Parameter(ColumnType type, IReadOnlyList<object?[]> rows, int column) => type switch
    {
        ColumnType.Long => new NpgsqlParameter<long?[]> { TypedValue = [.. rows.Select(r => (long?)r[column])] },
        ColumnType.Bytes => new NpgsqlParameter<byte[]?[]> { TypedValue = [.. rows.Select(r => (byte[]?)r[column])] },
        _ => new NpgsqlParameter<string?[]> { TypedValue = [.. rows.Select(r => (string?)r[column])] },
    };
}
