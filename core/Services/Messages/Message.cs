using System.Text.Json.Serialization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Messages;

/// <summary>A text for one person, to be delivered from the outbox. Personal.</summary>
public sealed record Message
{
    /// <summary>The template of what a chat shows: its text is what the channel rendered, not a notice.</summary>
    public const string Screen = "screen";

    public required Guid Id { get; init; }

    public required FundId Fund { get; init; }

    /// <summary><see cref="Channel.Sms"/>, <see cref="Channel.Email"/>, or the channel of a chat, whose text is what goes over the wire.</summary>
    public required Channel Channel { get; init; }

    /// <summary>E.164 number, e-mail address, or the chat channel's own id.</summary>
    public required string To { get; init; }

    /// <summary>The number of the person it is about, by which the simulator finds their e-mails too.</summary>
    public required string Person { get; init; }

    /// <summary>The text's key, for statistics; not personal.</summary>
    public required string Template { get; init; }

    public required Language Language { get; init; }

    /// <summary>Who it comes from: the fund's sender name.</summary>
    public required string Sender { get; init; }

    /// <summary>The subject of an e-mail; empty for an SMS.</summary>
    public string Subject { get; init; } = "";

    public required string Text { get; init; }

    /// <summary>Whether <see cref="To"/> was typed by somebody and is proven by nothing; of no interest once it is decided that it is sent.</summary>
    [JsonIgnore]
    public bool IsTyped { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>After this instant it is worth nothing and is not sent any more.</summary>
    public required DateTimeOffset Expires { get; init; }

    public override string ToString() => $"Message {{ {Channel} {Template} {Language} }}";
}
