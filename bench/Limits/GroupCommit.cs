using System.Collections.Concurrent;

namespace ChatChannels.Limits;

/// <summary>One writing thread: whatever waits is written as one group, and nothing is waited for to make a group larger.</summary>
internal sealed class GroupCommit : IDisposable
{
    private readonly IGroupLog _log;
    private readonly Lock _gate = new();
    private readonly ConcurrentBag<Appended> _spare = [];
    private readonly SemaphoreSlim _some = new(0);
    private readonly Thread _writer;
    private List<Appended> _waiting = [];
    private bool _isOver;

    public GroupCommit(IGroupLog log)
    {
        _log = log;
        _writer = new Thread(Write) { Name = "writer" };
        _writer.Start();
    }

    /// <summary>Returns when the record is on disk.</summary>
    public async ValueTask Append(byte[] record)
    {
        var appended = _spare.TryTake(out var spare) ? spare : new Appended();
        appended.Record = record;
        Enter(appended);
        await appended.Task;
        appended.Reset();
        _spare.Add(appended);
    }

    public void Dispose()
    {
        lock (_gate)
            _isOver = true;
        _some.Release();
        _writer.Join();
        _some.Dispose();
    }

    private void Enter(Appended appended)
    {
        lock (_gate)
        {
            _waiting.Add(appended);
            if (_waiting.Count > 1)
                return;
        }

        _some.Release();
    }

    private void Write()
    {
        var group = new List<Appended>();
        while (Take(ref group))
        {
            try
            {
                if (group.Count > 0)
                    _log.Write(group);
                group.ForEach(appended => appended.Complete());
            }
#pragma warning disable CA1031 // whatever it is, those who wait are told
            catch (Exception failure)
#pragma warning restore CA1031
            {
                group.ForEach(appended => appended.Fail(failure));
            }

            group.Clear();
        }
    }

    private bool Take(ref List<Appended> empty)
    {
        _some.Wait();
        lock (_gate)
        {
            (_waiting, empty) = (empty, _waiting);
            return !_isOver || empty.Count > 0;
        }
    }
}
