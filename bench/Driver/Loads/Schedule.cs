namespace ChatChannels.Driver.Loads;

/// <summary>When requests are due at a fixed rate: tick k belongs to user k modulo their number, whether or not the last reply is there.</summary>
/// <param name="begin">The monotonic clock in nanoseconds.</param>
/// <param name="ticksPerSecond">All users together.</param>
internal sealed class Schedule(long begin, double ticksPerSecond)
{
    private long _next;

    /// <summary>When the next tick is.</summary>
    public long NextAt => At(_next);

    public long At(long tick) => begin + (long)(tick * 1e9 / ticksPerSecond);

    /// <summary>The next tick that has come.</summary>
    public bool TryTake(long now, out long tick)
    {
        tick = _next;
        if (NextAt > now)
            return false;
        _next++;
        return true;
    }
}
