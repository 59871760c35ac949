using System.Text.Json;
using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.Connector;

/// <summary>A reply on its way, as it waits in the outbox. Personal.</summary>
/// <param name="ServiceUrl">Where it goes; came with an authenticated activity, or is this machine.</param>
/// <param name="App">The id of the app whose credentials go with it; null for none.</param>
/// <param name="Scope">What its token is asked for.</param>
internal sealed record Envelope(Uri ServiceUrl, string? App, string Scope, Activity Activity)
{
    public string Write() => JsonSerializer.Serialize(this, ConnectorJson.Plain.Envelope);

    /// <summary>One that was written here.</summary>
    public static Envelope Read(string json) => JsonSerializer.Deserialize(json, ConnectorJson.Plain.Envelope)!;

    /// <summary>The same way with another activity, which answers none.</summary>
    public Envelope Around(Activity said, DateTimeOffset now) => this with
    {
        Activity = said with
        {
            Timestamp = ActivityJson.Show(now),
            ChannelId = Activity.ChannelId,
            ServiceUrl = Activity.ServiceUrl,
            Conversation = Activity.Conversation,
            From = Activity.From,
            Recipient = Activity.Recipient,
        },
    };

    public override string ToString() => "Envelope { *** }";
}
