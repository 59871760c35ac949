using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// A screen as one message activity, with its choices as suggested actions, as a card where they are many, or as a numbered list in the
/// text where the channel shows neither. Written by hand: every turn writes one, and the serialiser takes three times as long.
/// </summary>
internal static class ScreenActivity
{
    /// <summary>More would push the message off a phone's screen.</summary>
    private const int MostSuggested = 10;

    /// <summary>Writes the activity.</summary>
    /// <param name="head">What only the channel knows: names, times, the conversation.</param>
    public static void Write(Utf8JsonWriter json, Activity head, KeptScreen screen)
    {
        var hasButtons = ChannelAbilities.HasButtons(head.ChannelId);
        json.WriteStartObject();
        WriteHead(json, head);
        json.WriteString("type"u8, ActivityTypes.Message);
        json.WriteString("text"u8, hasButtons ? screen.Text : WithChoices(screen));
        json.WriteString("textFormat"u8, "plain"u8);
        json.WriteString("locale"u8, screen.Language);
        json.WriteString("inputHint"u8, screen.Ends ? "acceptingInput"u8 : "expectingInput"u8);
        if (hasButtons)
        {
            WriteChoices(json, screen);
            WriteFacts(json, screen);
        }

        json.WriteEndObject();
    }

    /// <summary>Each choice behind what is typed for it.</summary>
    private static string WithChoices(KeptScreen screen) =>
        string.Join("\n\n", new[] { screen.Text, Lines(screen.Options), Lines(screen.Keys) }.Where(block => block.Length > 0));

    private static string Lines(IReadOnlyList<KeptButton>? choices) => string.Join('\n', (choices ?? []).Select(choice => $"{choice.Key}. {choice.Label}"));

    private static void WriteChoices(Utf8JsonWriter json, KeptScreen screen)
    {
        var (options, keys) = (screen.Options ?? [], screen.Keys ?? []);
        if (options.Count > MostSuggested)
        {
            WriteCard(json, screen.Turn, options);
            WriteSuggested(json, screen.Turn, keys);
        }
        else
        {
            WriteSuggested(json, screen.Turn, [.. options, .. keys]);
        }
    }

    private static void WriteHead(Utf8JsonWriter json, Activity head)
    {
        WriteText(json, "id"u8, head.Id);
        WriteText(json, "timestamp"u8, head.Timestamp);
        WriteText(json, "channelId"u8, head.ChannelId);
        WriteText(json, "serviceUrl"u8, head.ServiceUrl);
        WriteText(json, "replyToId"u8, head.ReplyToId);
        WritePart(json, "from"u8, head.From, ActivityJson.Plain.ChannelAccount);
        WritePart(json, "recipient"u8, head.Recipient, ActivityJson.Plain.ChannelAccount);
        WritePart(json, "conversation"u8, head.Conversation, ActivityJson.Plain.ConversationAccount);
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WritePart<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, T? part, JsonTypeInfo<T> type)
        where T : class
    {
        if (part is null)
            return;
        json.WritePropertyName(name);
        type.SerializeHandler!(json, part);
    }

    private static void WriteCard(Utf8JsonWriter json, long turn, IReadOnlyList<KeptButton> options)
    {
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("contentType"u8, "application/vnd.microsoft.card.hero"u8);
        json.WriteStartObject("content"u8);
        WriteButtons(json, "buttons"u8, turn, options);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Buttons below the last message, gone with the next one.</summary>
    private static void WriteSuggested(Utf8JsonWriter json, long turn, IReadOnlyList<KeptButton> buttons)
    {
        if (buttons.Count == 0)
            return;
        json.WriteStartObject("suggestedActions"u8);
        json.WriteStartArray("to"u8); // empty: for everybody in the conversation
        json.WriteEndArray();
        WriteButtons(json, "actions"u8, turn, buttons);
        json.WriteEndObject();
    }

    /// <summary>A messageBack shows one thing in the transcript and sends another.</summary>
    private static void WriteButtons(Utf8JsonWriter json, ReadOnlySpan<byte> name, long turn, IReadOnlyList<KeptButton> buttons)
    {
        json.WriteStartArray(name);
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "messageBack"u8);
            json.WriteString("title"u8, button.Label);
            json.WriteString("text"u8, button.Key);
            json.WriteString("displayText"u8, button.Label);
            json.WriteStartObject("value"u8);
            json.WriteString("button"u8, Heard.Button(turn, button.Key));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What our own page needs to know beyond the schema, under a name of our own; other clients pass over it.</summary>
    private static void WriteFacts(Utf8JsonWriter json, KeptScreen screen)
    {
        json.WriteStartObject("channelData"u8);
        json.WriteStartObject("chatchannels"u8);
        if (screen.Asks is { } asks)
            json.WriteString("asks"u8, asks);
        if (screen.Accepts is { } types)
            WriteAccepted(json, types);
        json.WriteBoolean("ends"u8, screen.Ends);
        json.WriteString("direction"u8, new Language(screen.Language).IsRightToLeft ? "rtl"u8 : "ltr"u8);
        if (screen.Receipt is { } receipt)
            json.WriteString("receipt"u8, receipt);
        if (screen.Stays)
            json.WriteBoolean("stays"u8, screen.Stays);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAccepted(Utf8JsonWriter json, IReadOnlyList<string> types)
    {
        json.WriteStartArray("accepts"u8);
        foreach (var type in types)
            json.WriteStringValue(type);
        json.WriteEndArray();
    }
}
