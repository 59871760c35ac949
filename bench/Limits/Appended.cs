using System.Threading.Tasks.Sources;

namespace ChatChannels.Limits;

/// <summary>A record that waits for the disk. Used again and again, so that waiting allocates nothing.</summary>
internal sealed class Appended : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _done = new() { RunContinuationsAsynchronously = true };

    public byte[] Record { get; set; } = [];

    public ValueTask Task => new(this, _done.Version);

    public void Complete() => _done.SetResult(true);

    public void Fail(Exception why) => _done.SetException(why);

    public void Reset() => _done.Reset();

    void IValueTaskSource.GetResult(short token) => _done.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _done.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _done.OnCompleted(continuation, state, token, flags);
}
