using System.Collections.Immutable;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>
/// A statement over many rows, the same text for every database: <c>{rows}</c> stands for the rows, known as <c>r</c>.
/// PostgreSQL gets all of them at once as arrays, SQLite one after the other through the same prepared statement.
/// </summary>
/// <param name="sql">The text; an <c>INSERT … SELECT … ON CONFLICT</c> needs <c>WHERE true</c>, for SQLite's parser.</param>
/// <param name="columns">The rows' columns, as <c>name type, name type</c>.</param>
/// <param name="joined">Makes one row of those that are written together; null where each stays its own.</param>
internal sealed class Statement(string sql, string columns, Func<IReadOnlyList<object?[]>, object?[]>? joined = null)
{
    public string Sql { get; } = sql;

    /// <summary>A row without columns, for a statement that is given nothing.</summary>
    public static readonly IReadOnlyList<object?[]> Once = [[]];

    /// <summary>Whether it returns rows, if only none.</summary>
    public bool Returns { get; } = sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.Contains("RETURNING", StringComparison.Ordinal);

    public ImmutableArray<Column> Columns { get; } = [.. columns.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>The rows as they are written.</summary>
    public IReadOnlyList<object?[]> Join(IReadOnlyList<object?[]> rows) => joined is null ? rows : [joined(rows)];

    private static Column Parse(string column)
    {
        var parts = column.Split(' ');
        return new Column(parts[0], Enum.Parse<ColumnType>(parts[1], ignoreCase: true));
    }
}
