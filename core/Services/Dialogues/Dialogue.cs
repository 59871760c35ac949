using ChatChannels.Conversation;

namespace ChatChannels.Services.Dialogues;

/// <summary>A chat that its client opens here and reads back from here, for any of the client's connections.</summary>
/// <param name="Id">Tells it from every other of the fund's; opaque. Personal.</param>
/// <param name="User">What the client calls its user; null where it told nothing. Personal.</param>
public sealed record Dialogue(FundId Fund, string Id, string? User, DateTimeOffset At)
{
    /// <summary>The id of the turn by which a dialogue is closed: nothing is said in it any more, and nobody gets in.</summary>
    public const string Closing = "closed";

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed { get; init; }

    public override string ToString() => $"Dialogue {{ {Fund} }}";
}
