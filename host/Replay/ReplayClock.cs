namespace ChatChannels.Host.Replay;

/// <summary>A clock that stands still until it is moved. Its timers are real, so that deadlines still hold.</summary>
public sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;
    private TimeSpan _passed = TimeSpan.FromDays(1); // as on a machine that has run for a while

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _passed.Ticks;

    /// <summary>Time passes.</summary>
    public void Pass(TimeSpan time)
    {
        _now += time;
        _passed += time;
    }

    /// <summary>The clock is set forward, or back, and no time passes.</summary>
    public void Set(TimeSpan by) => _now += by;
}
