using System.Text.Json;

namespace ChatChannels.Bot.Activities;

/// <summary>Looks into JSON that others made: what is missing, or of another kind than expected, is as if it were not there.</summary>
internal static class JsonParts
{
    public static JsonElement PartOf(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    public static string? TextOf(this JsonElement element, string name) => element.PartOf(name).AsText();

    /// <summary>A text; null for anything else, and for one that is no Unicode (an escaped half of a surrogate pair).</summary>
    public static string? AsText(this JsonElement element)
    {
        try
        {
            return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
