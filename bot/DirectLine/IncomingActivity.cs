using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What a client posted, brought to what is kept of it: who spoke is as the token says, and nothing is there that only a bot may send.</summary>
internal static class IncomingActivity
{
    private const int LongestId = 200;

    /// <summary>Reads an activity; false for one without a type, or with what cannot be written again (half a surrogate pair).</summary>
    public static bool TryRead(Caller caller, Activity posted, [NotNullWhen(true)] out Said? said)
    {
        said = null;
        var echo = new Activity
        {
            Type = posted.Type,
            LocalTimestamp = posted.LocalTimestamp,
            LocalTimezone = posted.LocalTimezone,
            ChannelId = posted.ChannelId,
            From = new ChannelAccount(caller.User ?? posted.From?.Id ?? ChannelAccount.User, posted.From?.Name, ChannelAccount.User),
            Text = posted.Text,
            TextFormat = posted.Text is null ? null : "plain",
            Locale = posted.Locale,
            Entities = posted.Entities,
            ChannelData = posted.ChannelData,
            Value = posted.Value,
            Name = posted.Name,
        };
        if (string.IsNullOrEmpty(echo.Type) || !CanWrite(echo))
            return false;
        var id = Text(posted.ChannelData, "clientActivityID");
        said = new Said(id is { Length: > 0 and <= LongestId } ? id : null, echo, caller.Fund.LanguageOf(Text(posted.Value, "language") ?? posted.Locale));
        return true;
    }

    private static bool CanWrite(Activity activity)
    {
        try
        {
            return ActivityJson.Write(activity).Length > 0;
        }
        catch (Exception unwritable) when (unwritable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String
            ? found.GetString()
            : null;
}
