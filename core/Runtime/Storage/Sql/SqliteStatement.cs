using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>A statement prepared on one connection, for one thread at a time. Bound and stepped directly: the provider's commands cost as much again as SQLite itself.</summary>
internal sealed class SqliteStatement : IRow, IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <summary>Prepares it.</summary>
    /// <param name="columns">The columns of the rows it is given; bound as <c>@name</c>.</param>
    public SqliteStatement(sqlite3 connection, string sql, IEnumerable<Column> columns)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection, sql, out _statement));
        _places = [.. columns.Select(column => raw.sqlite3_bind_parameter_index(_statement, $"@{column.Name}"))];
    }

    /// <summary>Runs it for one row of a call, which is given what it returns.</summary>
    public void Run(object?[] row, Call call)
    {
        try
        {
            for (var i = 0; i < row.Length; i++)
                Check(Bind(_places[i], row[i]));
            while (Check(raw.sqlite3_step(_statement)) is raw.SQLITE_ROW)
                call.Take(this);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
            raw.sqlite3_clear_bindings(_statement);
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) is raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => (place, value) switch
    {
        (_, null) => raw.sqlite3_bind_null(_statement, place),
        (_, long number) => raw.sqlite3_bind_int64(_statement, place, number),
        (_, byte[] bytes) => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => raw.sqlite3_bind_text(_statement, place, (string)value),
    };

    private int Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, _connection);
        return code;
    }
}
