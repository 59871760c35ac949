using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>What differs between the databases: how connections are had, how rows are handed over, what an error means.</summary>
internal abstract class Database : IAsyncDisposable
{
    private static readonly Statement End = new("COMMIT", "");
    private readonly ConcurrentDictionary<Statement, string> _texts = new();

    /// <summary>Whether other nodes write to it too, so that memory alone proves nothing.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The folder of migrations.</summary>
    public abstract string Folder { get; }

    /// <summary>Begins the writer's transaction.</summary>
    public abstract Statement Begin { get; }

    /// <summary>What begins a transaction whose reads all see one instant.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>What makes migrations wait for another node's; empty where there is one process only.</summary>
    public abstract string MigrationLock { get; }

    /// <summary>Ends a select that locks rows and passes over those locked by others.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Stands behind a table that is to be read by an index of its own, where the planner, which knows no numbers, would choose another.</summary>
    public abstract string IndexedBy(string index);

    /// <summary>Counts tables anew that much was put into, in the transaction that did, where plans are made by such numbers.</summary>
    public virtual Task Analyze(DbConnection writer, string tables) => Task.CompletedTask;

    /// <summary>Takes the database for this process, where only one may have it.</summary>
    /// <exception cref="StorageRefusedException">Another process has it.</exception>
    public virtual void Claim()
    {
    }

    /// <summary>Opens the one connection that writes. The caller owns it.</summary>
    public abstract Task<DbConnection> OpenWriter(CancellationToken cancellation);

    /// <summary>Closes a connection that it opened.</summary>
    public virtual ValueTask Close(DbConnection connection) => connection.DisposeAsync();

    /// <summary>Reads on a connection beside the writer.</summary>
    public abstract Task<T> Read<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>Runs calls in their order; what one does the next sees.</summary>
    public abstract Task Run(DbConnection connection, IReadOnlyList<Call> calls);

    /// <summary>Runs a statement over rows and reads what it returns; without an order of its own the results are in the database's.</summary>
    public async Task<List<T>> Run<T>(DbConnection connection, Statement statement, IReadOnlyList<object?[]> rows, Func<IRow, T> read)
    {
        var call = new Call<T>(statement, rows, read);
        await Run(connection, [call]);
        return call.Results;
    }

    /// <summary>Makes the writer's transaction durable behind its last calls; throws when that is in doubt.</summary>
    public virtual Task Commit(DbConnection writer, params IReadOnlyList<Call> last) =>
        Run(writer, [.. last, Call.Of(End, Statement.Once)]);

    /// <summary>Runs calls as a transaction of their own and makes it durable; throws when that is in doubt.</summary>
    public virtual Task RunDurably(DbConnection writer, IReadOnlyList<Call> calls) =>
        Commit(writer, [Call.Of(Begin, Statement.Once), .. calls]);

    /// <summary>A unique index refused a row.</summary>
    public abstract bool IsTaken(DbException error);

    /// <summary>The data was refused, not the transaction: only the unit it came from is to blame.</summary>
    public abstract bool IsData(DbException error);

    /// <summary>Another node was in the way: the same transaction may pass if tried again.</summary>
    public abstract bool IsPassing(DbException error);

    public abstract ValueTask DisposeAsync();

    /// <summary>The rows of a statement as this database takes them.</summary>
    protected abstract string Rows(Statement statement);

    protected string Text(Statement statement) => _texts.GetOrAdd(statement, Write);

    /// <summary>A statement's text for this database.</summary>
    protected virtual string Write(Statement statement) => statement.Sql.Replace("{rows}", Rows(statement), StringComparison.Ordinal);

    [SuppressMessage("Security", "CA2100", Justification = "every text is a constant of this program; values are bound")]
    public static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
