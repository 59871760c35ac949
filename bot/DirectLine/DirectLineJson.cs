using System.Text.Json.Serialization;
using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What Direct Line says beside activities.</summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(ResourceReply))]
[JsonSerializable(typeof(SessionReply))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class DirectLineJson : JsonSerializerContext
{
    public static DirectLineJson Plain { get; } = new(ActivityJson.Wire());
}
