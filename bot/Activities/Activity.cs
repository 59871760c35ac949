using System.Text.Json;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// One message or event of the Bot Framework's Activity schema 3.x. Everything may be missing that comes from outside, and what is not named
/// here is ignored. Personal.
/// </summary>
internal sealed record Activity
{
    /// <summary>See <see cref="ActivityTypes"/>; unknown ones are passed over.</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>Set by the server, UTC in ISO 8601.</summary>
    public string? Timestamp { get; init; }

    public string? LocalTimestamp { get; init; }

    public string? LocalTimezone { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    /// <summary>Always sent: where it is missing, the specification reads plain text and the clients Markdown.</summary>
    public string? TextFormat { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public JsonElement? SuggestedActions { get; init; }

    public JsonElement? Entities { get; init; }

    /// <summary>Handed back unchanged: a client knows its own message again by it.</summary>
    public JsonElement? ChannelData { get; init; }

    public JsonElement? Value { get; init; }

    /// <summary>Of an event.</summary>
    public string? Name { get; init; }

    /// <summary>Of the end of a conversation.</summary>
    public string? Code { get; init; }

    public string? DeliveryMode { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public override string ToString() => $"Activity {{ {Type} }}";
}
