namespace ChatChannels.Host.Replay;

/// <summary>A clock that stands still until it is moved. Its timers are real, so that deadlines still hold.</summary>
public sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
