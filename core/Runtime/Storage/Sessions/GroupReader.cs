using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Sessions;

/// <summary>Looks sessions up for all who wait by one statement, as the writer writes: a read for each would cost more than the commit.</summary>
internal sealed class GroupReader(Database database, ITurnLog log)
{
    /// <summary>What <see cref="ITurnLog.Look"/> is given.</summary>
    public const string Columns = "n long, session bytes, owner text, channel text";

    private const int Most = 256;

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _isReading;

    private sealed record Waiting(byte[] Session, string Owner, Channel Channel)
    {
        public TaskCompletionSource<Seen> Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>What there is of a session and its owner.</summary>
    public Task<Seen> See(byte[] session, string owner, Channel channel, CancellationToken cancellation)
    {
        var waiting = new Waiting(session, owner, channel);
        _waiting.Enqueue(waiting);
        if (Interlocked.CompareExchange(ref _isReading, 1, 0) is 0)
            _ = ReadAll();
        return waiting.Seen.Task.WaitAsync(cancellation);
    }

    private async Task ReadAll()
    {
        do
        {
            while (!_waiting.IsEmpty)
                await Read(Take());
            Volatile.Write(ref _isReading, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isReading, 1, 0) is 0);
    }

    private List<Waiting> Take()
    {
        var group = new List<Waiting>();
        while (group.Count < Most && _waiting.TryDequeue(out var waiting))
            group.Add(waiting);
        return group;
    }

    [SuppressMessage("Design", "CA1031", Justification = "every waiter must hear of it")]
    private async Task Read(List<Waiting> group)
    {
        try
        {
            var rows = group.Select((w, n) => new object?[] { (long)n, w.Session, w.Owner, w.Channel.Name }).ToList();
            var seen = await database.Read(reader => database.Run(reader, log.Look, rows, Read), CancellationToken.None);
            foreach (var (n, found) in seen)
                group[n].Seen.SetResult(found);
        }
        catch (Exception error)
        {
            group.ForEach(waiting => waiting.Seen.TrySetException(error));
        }
    }

    private static (int N, Seen Seen) Read(IRow row) =>
        ((int)row.Long(0), new(Bytes(row, 1), row.IsNull(2) ? null : row.Long(2), Bytes(row, 3), Bytes(row, 4), row.IsNull(5) ? default : new LogPlace(row.Long(5), row.Long(6))));

    private static byte[]? Bytes(IRow row, int column) => row.IsNull(column) ? null : row.Bytes(column);
}
