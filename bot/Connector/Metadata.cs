using System.Text.Json.Serialization;

namespace ChatChannels.Bot.Connector;

/// <summary>What is needed of a publisher's OpenID metadata.</summary>
internal sealed record Metadata([property: JsonPropertyName("jwks_uri")] Uri? Keys);
