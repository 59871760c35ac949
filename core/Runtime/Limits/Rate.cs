using System.Runtime.InteropServices;

namespace ChatChannels.Runtime.Limits;

/// <summary>
/// So many at once, and one more each time that its share of <paramref name="Per"/> has passed (the generic cell rate
/// algorithm, ITU-T I.371 annex A): one number per party, no timer, no window that ends for all at the same moment.
/// </summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="Per">In which time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rate(long Count, TimeSpan Per)
{
    /// <summary>The time that rates count by: the machine's own, which setting the clock does not move. It means nothing to another process.</summary>
    public static TimeSpan Now(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.GetElapsedTime(0);
    }

    /// <summary>Takes one, or several, if there are as many left.</summary>
    /// <param name="spent">The ticks until which the party has spent its share; 0 at first.</param>
    /// <param name="now">The time by <see cref="Now"/>.</param>
    /// <param name="amount">How many; more than <see cref="Count"/> are never given.</param>
    public bool TryTake(ref long spent, TimeSpan now, long amount = 1)
    {
        var cost = amount == 1 ? Per.Ticks / Count : (long)((Int128)Per.Ticks * amount / Count);
        while (true)
        {
            var before = Volatile.Read(ref spent);
            var after = Math.Clamp(before, now.Ticks, now.Ticks + Per.Ticks) + cost;
            if (before - now.Ticks > 2 * Per.Ticks)
                after = now.Ticks + cost; // more than anybody can have spent: it was counted by another time, and is forgotten
            if (after > now.Ticks + Per.Ticks)
                return false;
            if (Interlocked.CompareExchange(ref spent, after, before) == before)
                return true;
        }
    }
}
