using System.Runtime.InteropServices;

namespace ChatChannels.Bench.Machine;

/// <summary>What processes have used up so far.</summary>
/// <param name="CpuMicroseconds">User and system time.</param>
/// <param name="Written">Octets that reached the block layer.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Usage(double CpuMicroseconds, long Written)
{
    public static Usage operator +(Usage left, Usage right) =>
        new(left.CpuMicroseconds + right.CpuMicroseconds, left.Written + right.Written);

    public static Usage operator -(Usage left, Usage right) =>
        new(left.CpuMicroseconds - right.CpuMicroseconds, left.Written - right.Written);
}
