using System.Collections.Immutable;

namespace ChatChannels.Driver.Loads;

/// <summary>What a load showed.</summary>
public sealed record Report
{
    /// <summary>Right replies that were measured.</summary>
    public long Hops => Latency.Count;

    /// <summary>Right replies over the whole run, warm-up too.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>Sessions that were walked to their end.</summary>
    public required long Finished { get; init; }

    /// <summary>The time that was measured.</summary>
    public required TimeSpan Measured { get; init; }

    public required Histogram Latency { get; init; }

    /// <summary>Everything that went wrong over the whole run. A run is good only with none.</summary>
    public required long Faults { get; init; }

    /// <summary>The first few of them.</summary>
    public required ImmutableArray<Fault> FirstFaults { get; init; }

    /// <summary>Connections lost and requests that were repeated, where that was allowed.</summary>
    public required long Repeated { get; init; }

    /// <summary>Sessions that were led off the walk, where that was allowed.</summary>
    public required long Detoured { get; init; }

    public double HopsPerSecond => Hops / Measured.TotalSeconds;
}
