namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>A statement with the rows it is run for. Calls run together are one round trip where the database is far.</summary>
internal abstract class Call(Statement statement, IReadOnlyList<object?[]> rows)
{
    public Statement Statement { get; } = statement;

    public IReadOnlyList<object?[]> Rows { get; } = rows;

    /// <summary>Given each row that the statement returns.</summary>
    public abstract void Take(IRow row);

    /// <summary>A call that returns nothing, or nothing of interest.</summary>
    public static Call<bool> Of(Statement statement, IReadOnlyList<object?[]> rows) => new(statement, rows, _ => true);
}

/// <summary>A call with results; in the database's order where the statement has none of its own.</summary>
internal sealed class Call<T>(Statement statement, IReadOnlyList<object?[]> rows, Func<IRow, T> read) : Call(statement, rows)
{
    public List<T> Results { get; } = [];

    public override void Take(IRow row) => Results.Add(read(row));
}
