using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ChatChannels.Bot.Activities;

/// <summary>How activities are written: without nulls, which some cards render oddly, and with Arabic letters as they are, which escaped would be three times as long.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ScreenData))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    public static ActivityJson Plain { get; } = new(Wire());

    /// <summary>What is escaped.</summary>
    public static JavaScriptEncoder Letters { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The options of everything that chats say in JSON.</summary>
    public static JsonSerializerOptions Wire() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>An instant as activities carry it.</summary>
    public static string Show(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Plain.Activity);

    /// <summary>An activity that was written here, or a reply of <see cref="ActivityScreens"/>.</summary>
    public static Activity Read(string json) => JsonSerializer.Deserialize(json, Plain.Activity)!;

    /// <summary>A reply of <see cref="ActivityScreens"/>; none where it is empty, as the bot is silent.</summary>
    public static IReadOnlyList<Activity> ReadReply(string json) => json.Length == 0 ? [] : [Read(json)];

    /// <summary>A reply with what it leaves out, as JSON.</summary>
    /// <param name="head">An activity that has something, and nothing of the reply's.</param>
    public static string Join(Activity head, string reply) => $"{Write(head).AsSpan()[..^1]},{reply.AsSpan(1)}";
}
