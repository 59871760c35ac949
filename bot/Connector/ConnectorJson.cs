using System.Text.Json.Serialization;
using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.Connector;

/// <summary>What the connector says and hears beside activities.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccessToken))]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Metadata))]
internal sealed partial class ConnectorJson : JsonSerializerContext
{
    public static ConnectorJson Plain { get; } = new(ActivityJson.Wire());
}
