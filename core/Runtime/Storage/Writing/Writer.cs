using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Failpoints;
using ChatChannels.Runtime.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// The node's one writer: takes all that wait, writes them in one transaction, makes it durable once, and then lets
/// every waiter go. It never lingers: while one group is being made durable the next one gathers.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int Tries = 4;

    private readonly Database _database;
    private readonly Channel<Work> _queue;
    private readonly int _limit;
    private readonly ILogger _log;
    private UnitWriter? _units;
    private Task _loop = Task.CompletedTask;
    private DbConnection? _connection;

    public Writer(Database database, int queue, int limit, ILogger log)
    {
        (_database, _limit, _log) = (database, limit, log);
        _queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(queue) { SingleReader = true });
    }

    /// <summary>How many transactions were made durable.</summary>
    public long Groups { get; private set; }

    /// <summary>How many wait now.</summary>
    public int Waiting => _queue.Reader.Count;

    public void Start(UnitWriter units)
    {
        _units = units;
        _loop = OwnThread.Run("storage writer", Loop);
    }

    /// <summary>Commits a unit with those that wait beside it.</summary>
    /// <exception cref="OperationCanceledException">The wait was given up; whether the unit was written is unknown.</exception>
    public Task<CommitResult> Commit(SealedUnit unit, Action<CommitResult> settled, CancellationToken cancellation)
    {
        var work = new UnitWork(unit, settled, cancellation);
        return _queue.Writer.TryWrite(work) ? work.Done.WaitAsync(cancellation) : Queue(work, cancellation);
    }

    /// <summary>Does something inside a group's transaction.</summary>
    public Task<T> Do<T>(Func<DbConnection, Task<T>> run, CancellationToken cancellation) => Do(run, alone: false, cancellation);

    /// <summary>Does something between two groups; it makes its own transaction.</summary>
    public Task<T> DoAlone<T>(Func<DbConnection, Task<T>> run, CancellationToken cancellation) => Do(run, alone: true, cancellation);

    /// <summary>Puts other data in place of what is there, between two groups; the next group finds nothing in memory that was of the old.</summary>
    /// <param name="forget">Forgets what is remembered outside the writer.</param>
    public Task<bool> Replace(Func<DbConnection, Task> run, Action forget, CancellationToken cancellation) => DoAlone(
        async connection =>
        {
            await run(connection);
            forget();
            await _units!.Open(connection);
            return true;
        },
        cancellation);

    /// <summary>Takes nothing more, writes what waits, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await Disconnect();
    }

    private async Task<CommitResult> Queue(UnitWork work, CancellationToken cancellation)
    {
        await _queue.Writer.WriteAsync(work, cancellation);
        return await work.Done.WaitAsync(cancellation);
    }

    private async Task<T> Do<T>(Func<DbConnection, Task<T>> run, bool alone, CancellationToken cancellation)
    {
        var job = new Job<T>(run, alone, cancellation);
        await _queue.Writer.WriteAsync(job, cancellation);
        return await job.Done.WaitAsync(cancellation);
    }

    private async Task Loop()
    {
        while (await _queue.Reader.WaitToReadAsync())
            await Write(TakeGroup());
    }

    private List<Work> TakeGroup()
    {
        var group = new List<Work>();
        var touched = new HashSet<SessionKey>();
        while (group.Count < _limit && _queue.Reader.TryPeek(out var work))
        {
            if ((work.IsAlone && group.Count > 0) || (work.Touches is { } session && touched.Contains(session)))
                break;
            _queue.Reader.TryRead(out _);
            if (work.IsAbandoned)
                continue;
            group.Add(work);
            if (work.Touches is { } moved)
                touched.Add(moved);
            if (work.IsAlone)
                break;
        }

        return group;
    }

    [SuppressMessage("Design", "CA1031", Justification = "every waiter must hear of it, and the writer must live on")]
    private async Task Write(List<Work> group)
    {
        if (group.Count is 0)
            return;
        try
        {
            await WriteOften(group);
            group.ForEach(work => work.Complete());
            _units!.Committed();
        }
        catch (DbException error) when (group.Count > 1 && _database.IsData(error))
        {
            foreach (var work in group)
                await Write([work]); // one of them is to blame; the others must not pay for it
        }
        catch (Exception error)
        {
            StorageLog.GroupFailed(_log, group.Count, error.GetType().Name);
            group.ForEach(work => work.Fail(error));
        }
    }

    /// <summary>Tries again where another node was in the way.</summary>
    private async Task WriteOften(List<Work> group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteOnce(group, again: attempt > 1);
                return;
            }
            catch (DbException error) when (attempt < Tries && _database.IsPassing(error))
            {
                StorageLog.GroupAgain(_log, group.Count, attempt);
            }
        }
    }

    private async Task WriteOnce(List<Work> group, bool again)
    {
        var done = false;
        try
        {
            await Connect();
            _units!.Begin();
            if (group is [Job { IsAlone: true } alone])
                await alone.Run(_connection!);
            else
                await WriteTogether(_connection!, group, again);
            done = true;
            Groups++;
        }
        catch (DbException error) when (_connection is { } connection && _database.IsPassing(error))
        {
            await Database.Execute(connection, "ROLLBACK");
            done = true;
            throw;
        }
        finally
        {
            if (!done)
                await Disconnect(); // whatever state it is in, a new connection is in none
        }
    }

    private async Task WriteTogether(DbConnection connection, List<Work> group, bool again)
    {
        var units = group.OfType<UnitWork>().ToList();
        var isSure = !again && units.Count == group.Count && _units!.IsSureOf(units);
        var head = isSure ? null : await _units!.Write(connection, units, again);
        foreach (var job in group.OfType<Job>())
            await job.Run(connection);
        if (Failpoint.IsEarly && units.Exists(unit => unit.Unit.Turn is not null))
        {
            group.ForEach(work => work.Complete());
            await Failpoint.ReachEarly();
        }

        Failpoint.Reach(Failpoint.BeforeCommit);
        await (isSure ? _units!.WriteSure(connection, units) : _units!.Commit(connection, units, head));
        Failpoint.Reach(Failpoint.AfterCommit);
    }

    private async Task Connect()
    {
        if (_connection is not null)
            return;
        _connection = await _database.OpenWriter(CancellationToken.None);
        await _units!.Open(_connection);
    }

    private async Task Disconnect()
    {
        if (_connection is { } connection)
            await _database.Close(connection);
        _connection = null;
    }
}
