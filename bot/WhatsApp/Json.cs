using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatChannels.Bot.WhatsApp;

/// <summary>JSON on the wire. In that of others, what is missing, or of another kind than expected, is as if it were not there.</summary>
internal static class Json
{
    /// <summary>How we write: Arabic and accents as they are, since nothing of it stands in a page.</summary>
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A part by its name; nothing where it is missing, or a name beside it is no Unicode.</summary>
    public static JsonElement Part(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;
        }
        catch (InvalidOperationException) // an escaped half of a surrogate pair
        {
            return default;
        }
    }

    /// <summary>A text; null for a blank one too, and for one that is no Unicode.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var part = element.Part(name);
        if (part.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return part.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException) // an escaped half of a surrogate pair
        {
            return null;
        }
    }

    public static int? Whole(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Number } part && part.TryGetInt32(out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } part ? part.EnumerateArray() : [];
}
