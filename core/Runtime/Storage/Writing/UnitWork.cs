using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A unit, sealed and waiting.</summary>
/// <param name="settled">Told the result in the order of commits, before anybody who waits.</param>
internal sealed class UnitWork(SealedUnit unit, Action<CommitResult> settled, CancellationToken cancellation) : Work(cancellation)
{
    private readonly TaskCompletionSource<CommitResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SealedUnit Unit { get; } = unit;

    public CommitResult Result { get; set; }

    public bool HasWon => Result is CommitResult.Committed;

    /// <summary>The era in which its keys were found to be held.</summary>
    public long Era { get; set; }

    public Task<CommitResult> Done => _done.Task;

    public override SessionKey? Touches => Unit.Turn?.Key;

    public override void Complete()
    {
        if (HasWon)
        {
            foreach (var key in Unit.Keys)
                key.MarkSeen(Era);
        }

        settled(Result);
        _done.TrySetResult(Result);
    }

    public override void Fail(Exception error) => _done.TrySetException(error);
}
