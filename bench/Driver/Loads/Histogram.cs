using System.Numerics;

namespace ChatChannels.Driver.Loads;

/// <summary>Counts durations in buckets no wider than 1/128 of their value; the largest is kept exactly.</summary>
public sealed class Histogram
{
    private const int Bits = 7;
    private const int Fine = 1 << Bits;
    private readonly long[] _counts = new long[(64 - Bits) * Fine];

    public long Count { get; private set; }

    /// <summary>The largest duration, in nanoseconds.</summary>
    public long Largest { get; private set; }

    /// <summary>Counts a duration in nanoseconds; a negative one counts as none.</summary>
    public void Add(long nanoseconds)
    {
        var duration = Math.Max(nanoseconds, 0);
        _counts[Bucket(duration)]++;
        Count++;
        Largest = Math.Max(Largest, duration);
    }

    /// <summary>The duration in milliseconds that this share of all does not exceed: the upper end of its bucket.</summary>
    /// <param name="share">From 0 to 1: 0.99 for the 99th percentile.</param>
    public double Milliseconds(double share)
    {
        var wanted = Math.Max((long)Math.Ceiling(share * Count), 1);
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            wanted -= _counts[bucket];
            if (wanted <= 0)
                return Math.Min(UpperEnd(bucket), Largest) / 1e6;
        }

        return Largest / 1e6;
    }

    /// <summary>Below 256 a bucket a nanosecond, then 128 buckets for each doubling.</summary>
    private static int Bucket(long duration)
    {
        var shift = Math.Max(63 - Bits - BitOperations.LeadingZeroCount((ulong)duration | 1), 0);
        return (shift << Bits) + (int)(duration >> shift);
    }

    private static long UpperEnd(int bucket)
    {
        var shift = Math.Max((bucket >> Bits) - 1, 0);
        return ((long)(bucket - (shift << Bits)) + 1 << shift) - 1;
    }
}
