namespace ChatChannels.Conversation.Engine;

/// <summary>All that a step may know of the world beside the session and the fund's assets.</summary>
/// <param name="Now">The instant of the turn.</param>
/// <param name="Today">The date in the fund's time zone at <paramref name="Now"/>.</param>
/// <param name="CanShow">The languages this channel's screens can carry.</param>
public sealed record Surroundings(DateTimeOffset Now, DateOnly Today, ImmutableArray<Localization.Language> CanShow)
{
    /// <summary>Whether the channel can bring an agent's words, which come unasked.</summary>
    public bool BringsAnswers { get; init; }
}
