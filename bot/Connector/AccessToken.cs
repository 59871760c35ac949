using System.Text.Json.Serialization;

namespace ChatChannels.Bot.Connector;

/// <summary>A token as the token endpoint gives it (RFC 6749, 5.1). Secret.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record AccessToken([property: JsonPropertyName("access_token")] string? Value, [property: JsonPropertyName("expires_in")] int ExpiresIn)
{
    public override string ToString() => "AccessToken { *** }";
}
