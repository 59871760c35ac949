using System.Runtime.InteropServices;

namespace ChatChannels.Runtime.Limits;

/// <summary>
/// So many at once, and one more each time that its share of <paramref name="Per"/> has passed (the generic cell rate
/// algorithm, ITU-T I.371 annex A): one number per party, no timer, no window that ends for all at the same moment.
/// </summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="Per">In which time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rate(int Count, TimeSpan Per)
{
    /// <summary>Takes one if there is one left.</summary>
    /// <param name="spent">The UTC ticks until which the party has spent its share; 0 at first.</param>
    /// <param name="now">The UTC ticks now.</param>
    public bool TryTake(ref long spent, long now)
    {
        while (true)
        {
            var before = Volatile.Read(ref spent);
            // Nobody can have spent more than a whole share ahead, unless the clock was set back.
            var after = Math.Clamp(before, now, now + Per.Ticks) + (Per.Ticks / Count);
            if (after > now + Per.Ticks)
                return false;
            if (Interlocked.CompareExchange(ref spent, after, before) == before)
                return true;
        }
    }
}
