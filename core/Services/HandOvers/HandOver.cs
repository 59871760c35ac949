using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.HandOvers;

/// <summary>A person in a chat who is handed over from the bot to an agent. Immutable; a change is a new version, guarded by the version it was read at.</summary>
public sealed record HandOver
{
    public required string Id { get; init; }

    /// <summary>The chat it is about.</summary>
    public required SessionKey Session { get; init; }

    public required Address Address { get; init; }

    /// <summary>How the channel speaks to the person without having been asked; its own words for it. Personal.</summary>
    public required string Way { get; init; }

    public required Language Language { get; init; }

    /// <summary>The network that the person asked from, as a keyed hash; null where an address of the channel is not to be had for nothing.</summary>
    public string? Origin { get; init; }

    public HandOverState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it expires, unless an agent answers before.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Who took the person, opaque; null while nobody did.</summary>
    public string? Agent { get; init; }

    /// <summary>1 when asked for, one more with each change.</summary>
    public long Version { get; init; }

    public FundId Fund => Session.Fund;

    public override string ToString() => $"HandOver {{ {Fund} {Id} {State} v{Version} }}";
}
