using ChatChannels.Runtime.Storage;

namespace ChatChannels.Soak.Kills;

/// <summary>What a run is to do.</summary>
internal sealed record KillPlan
{
    public required StorageKind Store { get; init; }

    /// <summary>Kills of the service, from outside and at failpoints.</summary>
    public int Kills { get; init; }

    /// <summary>Kills of PostgreSQL.</summary>
    public int DatabaseKills { get; init; }

    /// <summary>Kills on one store, before the next begins with an empty one: all is compared after every kill.</summary>
    public int KillsPerStore { get; init; } = 20;

    /// <summary>Callers at a time.</summary>
    public int Users { get; init; } = 64;

    /// <summary>Chance for callers, and for how and when the blows come.</summary>
    public required ulong Seed { get; init; }
}
