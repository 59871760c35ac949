namespace ChatChannels.Conversation.Engine;

/// <summary>All that a step may know of the world beside the session and the fund's assets.</summary>
/// <param name="Now">The instant of the turn.</param>
/// <param name="Today">The date in the fund's time zone at <paramref name="Now"/>.</param>
/// <param name="CanShow">The languages this channel's screens can carry.</param>
public sealed record Surroundings(DateTimeOffset Now, DateOnly Today, ImmutableArray<Localization.Language> CanShow)
{
    /// <summary>Whether an agent can be spoken to here: one of the fund is signed in, and the channel can bring words that come unasked.</summary>
    public bool ReachesAgents { get; init; }
}
