using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// How activities are written: without nulls, which some cards render oddly, and with Arabic letters as they are, which escaped would be
/// three times as long. Read they are whatever the case of their names, as Microsoft's services read them.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(KeptScreen))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    public static ActivityJson Plain { get; } = new(Wire());

    /// <summary>The options of everything that chats say in JSON.</summary>
    public static JsonSerializerOptions Wire() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>An instant as activities carry it.</summary>
    public static string Show(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>By what was generated for it: with an encoder of our own the serialiser would go the slow way.</summary>
    public static string Write(Activity activity) => JsonText.Of(activity, Plain.Activity.SerializeHandler!);

    /// <summary>An activity that was written here.</summary>
    public static Activity Read(string json) => JsonSerializer.Deserialize(json, Plain.Activity)!;
}
