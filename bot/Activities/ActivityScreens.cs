using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// A prompt as one message activity, with its choices as suggested actions, or as a card where they are many; without what only the
/// channel knows (ids, times, names). Written by hand: every turn writes one, and the serialiser takes three times as long.
/// </summary>
internal sealed class ActivityScreens : IScreens
{
    /// <summary>More would push the message off a phone's screen.</summary>
    private const int MostSuggested = 10;

    private static readonly JsonWriterOptions Options = new() { Encoder = ActivityJson.Letters, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _room;

    public Screen Render(Prompt prompt)
    {
        var room = _room ??= new ArrayBufferWriter<byte>(4096);
        var json = _json ??= new Utf8JsonWriter(room, Options);
        room.ResetWrittenCount();
        json.Reset(room);
        Write(json, prompt);
        json.Flush();
        return new(Encoding.UTF8.GetString(room.WrittenSpan), Page: 0, Pages: 1);
    }

    private static void Write(Utf8JsonWriter json, Prompt prompt)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, ActivityTypes.Message);
        json.WriteString("text"u8, string.Join("\n\n", new[] { prompt.Notice, prompt.Hint, prompt.Text }.Where(part => !string.IsNullOrEmpty(part))));
        json.WriteString("textFormat"u8, "plain"u8);
        json.WriteString("locale"u8, prompt.Language.Code);
        json.WriteString("inputHint"u8, prompt.Ends ? "acceptingInput"u8 : "expectingInput"u8);
        if (prompt.Options.Length > MostSuggested)
        {
            WriteCard(json, prompt);
            WriteSuggested(json, prompt, prompt.Keys);
        }
        else
        {
            WriteSuggested(json, prompt, [.. prompt.Options, .. prompt.Keys]);
        }

        WriteFacts(json, prompt);
        json.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter json, Prompt prompt)
    {
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("contentType"u8, "application/vnd.microsoft.card.hero"u8);
        json.WriteStartObject("content"u8);
        WriteButtons(json, "buttons"u8, prompt, prompt.Options);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Buttons below the last message, gone with the next one.</summary>
    private static void WriteSuggested(Utf8JsonWriter json, Prompt prompt, ImmutableArray<Option> options)
    {
        if (options.IsEmpty)
            return;
        json.WriteStartObject("suggestedActions"u8);
        json.WriteStartArray("to"u8); // empty: for everybody in the conversation
        json.WriteEndArray();
        WriteButtons(json, "actions"u8, prompt, options);
        json.WriteEndObject();
    }

    /// <summary>A messageBack shows one thing in the transcript and sends another.</summary>
    private static void WriteButtons(Utf8JsonWriter json, ReadOnlySpan<byte> name, Prompt prompt, ImmutableArray<Option> options)
    {
        json.WriteStartArray(name);
        foreach (var option in options)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "messageBack"u8);
            json.WriteString("title"u8, option.Label);
            json.WriteString("text"u8, option.Key);
            json.WriteString("displayText"u8, option.Label);
            json.WriteStartObject("value"u8);
            json.WriteString("button"u8, Heard.Button(prompt.Turn, option.Key));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What our own page needs to know beyond the schema; other clients pass over it. See <see cref="ScreenFacts"/>.</summary>
    private static void WriteFacts(Utf8JsonWriter json, Prompt prompt)
    {
        json.WriteStartObject("channelData"u8);
        json.WriteStartObject("chatchannels"u8);
        if (prompt.Asks is { } asks)
            json.WriteString("asks"u8, asks);
        if (!prompt.Accepts.IsEmpty)
            WriteAccepted(json, prompt.Accepts);
        json.WriteBoolean("ends"u8, prompt.Ends);
        json.WriteString("direction"u8, prompt.Language.IsRightToLeft ? "rtl"u8 : "ltr"u8);
        if (prompt.Stays)
            json.WriteBoolean("stays"u8, prompt.Stays);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAccepted(Utf8JsonWriter json, ImmutableArray<FileKind> kinds)
    {
        json.WriteStartArray("accepts"u8);
        foreach (var kind in kinds)
            json.WriteStringValue(kind.MediaType);
        json.WriteEndArray();
    }
}
