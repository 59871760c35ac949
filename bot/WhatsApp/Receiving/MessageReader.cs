using System.Globalization;
using System.Text.Json;
using ChatChannels.Bot.Chat;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Reads the messages of one value.</summary>
internal static class MessageReader
{
    private const int LongestWamid = 512;

    /// <summary>WhatsApp tries for seven days; a day more for what stood in its own queues. The inbox knows copies for longer.</summary>
    private static readonly TimeSpan OldestMessage = TimeSpan.FromDays(8);

    public static IEnumerable<ReadMessage> Read(JsonElement value, Number number, DateTimeOffset now) =>
        value.Items("messages").Select(message => Read(message, value, number, now)).OfType<ReadMessage>();

    /// <summary>One message; null for what asks for nothing.</summary>
    private static ReadMessage? Read(JsonElement message, JsonElement value, Number number, DateTimeOffset now)
    {
        if (message.Text("id") is not { Length: <= LongestWamid } id)
            return null;
        var change = message.Text("type") is "system" ? IdentityChange.Read(message) : null;
        if ((change is { } moved ? new Content.Moved(moved.New) : ContentOf(message)) is not { } content)
            return null;
        var at = TimeOf(message.Text("timestamp"));
        if (message.Text("group_id") is not null)
            return new ReadMessage(null, SetAside.InGroup);
        if (at < now - OldestMessage)
            return new ReadMessage(null, SetAside.TooOld);
        return (change?.Old ?? PersonOf(message, value)) is { } from
            ? new ReadMessage(new Received(id, number, from, at, content))
            : new ReadMessage(null, SetAside.NoSender);
    }

    /// <summary>The person's number; else, as people with a user name have none here, the id by which WhatsApp knows them to this business.</summary>
    private static string? PersonOf(JsonElement message, JsonElement value) =>
        Person.Of(message.Text("from")) ?? Person.UserId(message.Text("from_user_id")) ?? Person.UserId(OnlyContact(value).Text("user_id"));

    /// <summary>Where a notification is about several persons, it does not tell whose message is whose but by the message itself.</summary>
    private static JsonElement OnlyContact(JsonElement value) => value.Items("contacts").ToList() is [var only] ? only : default;

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
