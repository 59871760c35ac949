using System.Data.Common;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A statement or two inside the group's transaction that cannot clash; may be run again after a deadlock.</summary>
internal abstract class Job(bool alone, CancellationToken cancellation) : Work(cancellation)
{
    public override bool IsAlone => alone;

    public abstract Task Run(DbConnection writer);
}

/// <summary>A job with a result, which is told only once it is on disk.</summary>
internal sealed class Job<T>(Func<DbConnection, Task<T>> run, bool alone, CancellationToken cancellation) : Job(alone, cancellation)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override async Task Run(DbConnection writer) => _result = await run(writer);

    public override void Complete() => _done.TrySetResult(_result);

    public override void Fail(Exception error) => _done.TrySetException(error);
}
