using Microsoft.IdentityModel.Tokens;

namespace ChatChannels.Bot.Connector;

/// <summary>A token whose signature, time, issuer and audience hold.</summary>
/// <param name="App">The app that it is for.</param>
/// <param name="IsChannel">Whether a channel sent it; else another bot.</param>
internal sealed record ProvenToken(TokenValidationResult Result, JsonWebKey Key, MessagesAppOptions App, bool IsChannel)
{
    public override string ToString() => $"ProvenToken {{ {App.Fund} }}";
}
