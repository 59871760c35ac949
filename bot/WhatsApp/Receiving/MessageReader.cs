using System.Globalization;
using System.Text.Json;
using ChatChannels.Bot.Chat;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Reads the messages of one value.</summary>
internal static class MessageReader
{
    /// <summary>Ids are opaque; no channel's id of an exchange is longer.</summary>
    private const int LongestId = 160;
    private const int LongestWamid = 512;

    public static IEnumerable<Received> Read(JsonElement value, Number number) =>
        value.Items("messages").Select(message => Read(message, value, number)).OfType<Received>();

    private static Received? Read(JsonElement message, JsonElement value, Number number) =>
        message.Text("id") is { Length: <= LongestWamid } id && PersonOf(message, value) is { } from && ContentOf(message) is { } content
            ? new Received(id, number, from, TimeOf(message.Text("timestamp")), content)
            : null;

    /// <summary>The person's number; else, as people with a user name have none here, the id by which WhatsApp knows them to this business.</summary>
    private static string? PersonOf(JsonElement message, JsonElement value) =>
        Phone(message.Text("from")) ?? UserId(message.Text("from_user_id")) ?? UserId(OnlyContact(value).Text("user_id"));

    /// <summary>Where a notification is about several persons, it does not tell whose message is whose but by the message itself.</summary>
    private static JsonElement OnlyContact(JsonElement value) => value.Items("contacts").ToList() is [var only] ? only : default;

    private static string? Phone(string? digits) =>
        digits is { Length: >= 7 and <= 15 } && digits.All(char.IsAsciiDigit) && digits[0] is not '0' ? $"+{digits}" : null;

    private static string? UserId(string? id) =>
        id is { Length: <= LongestId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-') ? id : null;

    private static DateTimeOffset? TimeOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(since)
            : null;

    /// <summary>Reactions, system messages and kinds that are new or unsupported ask for nothing and get nothing.</summary>
    private static Content? ContentOf(JsonElement message) => message.Text("type") switch
    {
        "text" => Words(message.Part("text").Text("body")),
        "interactive" => Interactive(message.Part("interactive")),
        "button" => Button(message.Part("button")),
        "image" => File(message.Part("image")),
        "document" => File(message.Part("document")),
        "audio" or "video" or "sticker" or "location" or "contacts" or "order" => new Content.Other(),
        _ => null,
    };

    private static Content? Interactive(JsonElement interactive) => interactive.Text("type") switch
    {
        "button_reply" => Touch(interactive.Part("button_reply")),
        "list_reply" => Touch(interactive.Part("list_reply")),
        _ => new Content.Other(),
    };

    private static Content.Spoken? Touch(JsonElement reply) => Touch(reply.Text("id"), reply.Text("title"));

    private static Content.Spoken? Button(JsonElement button) => Touch(button.Text("payload"), button.Text("text"));

    /// <summary>A touch of ours; of a button that others made (a template's, say) the words are taken as typed.</summary>
    private static Content.Spoken? Touch(string? id, string? words) => Heard.Touched(id) is { } heard ? new Content.Spoken(heard) : Words(words);

    private static Content.Spoken? Words(string? words) => words is null ? null : new Content.Spoken(new Heard(words));

    private static Content.File? File(JsonElement file) => file.Text("id") is { } id ? new Content.File(id) : null;
}
