using ChatChannels.Driver.Walks;

namespace ChatChannels.Bench.Systems;

/// <summary>Something that is measured.</summary>
/// <param name="Name">As it stands in the tables.</param>
/// <param name="Path">Where callbacks are posted.</param>
/// <param name="Walk">What its callers do.</param>
/// <param name="Start">Starts it on fresh data.</param>
internal sealed record Contender(string Name, string Path, Walk Walk, Func<Running> Start)
{
    /// <summary>Whether its callers send message activities.</summary>
    public bool ByActivities { get; init; }

    /// <summary>How often it may be started for one trial. A peer may keep silent and be started again, as an operator would; the service may not.</summary>
    public int Starts { get; init; } = 1;
}
