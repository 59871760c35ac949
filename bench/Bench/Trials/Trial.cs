using ChatChannels.Bench.Machine;
using ChatChannels.Driver.Loads;

namespace ChatChannels.Bench.Trials;

/// <summary>What one run of one system showed.</summary>
internal sealed record Trial
{
    /// <summary>From the start of the process to its first right reply.</summary>
    public required double FirstReplyMilliseconds { get; init; }

    public required long IdleMemory { get; init; }

    public required long Memory { get; init; }

    public required long PeakMemory { get; init; }

    /// <summary>Octets by which the store grew over the whole run.</summary>
    public required long Stored { get; init; }

    public required Report Report { get; init; }

    /// <summary>What the server's processes used while it was measured.</summary>
    public required Usage Server { get; init; }

    public required Usage Database { get; init; }

    /// <summary>Processor time of the driver meanwhile.</summary>
    public required double DriverMicroseconds { get; init; }

    public double HopsPerSecond => Report.HopsPerSecond;

    public double ServerCpuPerHop => Server.CpuMicroseconds / Hops;

    public double DatabaseCpuPerHop => Database.CpuMicroseconds / Hops;

    public double DriverCpuPerHop => DriverMicroseconds / Hops;

    public double WrittenPerHop => (Server + Database).Written / Hops;

    public double StoredPerHop => Stored / (double)Math.Max(Report.Acknowledged, 1);

    private double Hops => Math.Max(Report.Hops, 1);

    public double Percentile(double share) => Report.Latency.Milliseconds(share);
}
