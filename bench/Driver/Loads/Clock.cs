using System.Diagnostics;

namespace ChatChannels.Driver.Loads;

/// <summary>The monotonic clock of Linux, in nanoseconds.</summary>
internal static class Clock
{
    public static long Now => Stopwatch.GetTimestamp();

    public static bool IsHere => OperatingSystem.IsLinux() && Stopwatch.Frequency == 1_000_000_000;

    public static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}
