using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.Connector;

/// <summary>A reply on its way, as it waits in the outbox. Personal.</summary>
/// <param name="ServiceUrl">Where it goes; came with an authenticated activity, or is this machine.</param>
/// <param name="App">The id of the app whose credentials go with it; null for none.</param>
/// <param name="Scope">What its token is asked for.</param>
internal sealed record Envelope(Uri ServiceUrl, string? App, string Scope, Activity Activity)
{
    public override string ToString() => "Envelope { *** }";
}
