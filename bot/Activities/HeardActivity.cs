using System.Text.Json;
using ChatChannels.Bot.Chat;

namespace ChatChannels.Bot.Activities;

/// <summary>What a person said by a message.</summary>
internal static class HeardActivity
{
    /// <summary>A button, or words; or, as of a button that others made (postBack), the value alone. Null for a message that holds none of them.</summary>
    public static Heard? Of(Activity message) =>
        Heard.Touched(message.Value?.TextOf("button")) ?? Words(Mentions.Without(message)) ?? Words(ValueOf(message.Value));

    /// <summary>Whether a message has something to say at all, be it not understood here (the fields of a card).</summary>
    public static bool IsSaid(Activity message) =>
        !string.IsNullOrWhiteSpace(message.Text) || message.Value is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) };

    private static Heard? Words(string? words) => string.IsNullOrWhiteSpace(words) ? null : new Heard(words);

    private static string? ValueOf(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : value?.AsText();
}
