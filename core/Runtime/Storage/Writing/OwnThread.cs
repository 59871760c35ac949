using System.Collections.Concurrent;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>
/// A thread on which one asynchronous piece of work runs from beginning to end. SQLite blocks its caller while it flushes;
/// here that costs no thread of the pool, and what is completed on it is queued for everybody, in order.
/// </summary>
internal sealed class OwnThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Go, object? State)> _queue = [];

    /// <summary>Starts the work; the task is done when it is.</summary>
    public static Task Run(string name, Func<Task> work)
    {
        var context = new OwnThread();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => context.Live(work, done)) { Name = name, IsBackground = true }.Start();
        return done.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    private void Live(Func<Task> work, TaskCompletionSource done)
    {
        SetSynchronizationContext(this);
        var task = work();
        _ = task.ContinueWith(_ => _queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        foreach (var (go, state) in _queue.GetConsumingEnumerable())
            go(state);
        _queue.Dispose();
        done.SetFromTask(task);
    }
}
