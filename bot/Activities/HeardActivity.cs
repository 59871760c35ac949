using System.Text.Json;
using ChatChannels.Bot.Chat;

namespace ChatChannels.Bot.Activities;

/// <summary>What a person said by a message.</summary>
internal static class HeardActivity
{
    /// <summary>Words or a button; null for a message that holds neither.</summary>
    public static Heard? Of(Activity message) =>
        Heard.Touched(ButtonOf(message.Value)) ?? (message.Text is { } text && !string.IsNullOrWhiteSpace(text) ? new Heard(text) : null);

    private static string? ButtonOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } carried && carried.TryGetProperty("button", out var button) && button.ValueKind is JsonValueKind.String
            ? button.GetString()
            : null;
}
