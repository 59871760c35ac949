using System.Text.Json;

namespace ChatChannels.Bot.Activities;

/// <summary>What the bot says: a screen under a head, or the head alone.</summary>
/// <param name="Head">Who says it to whom, and when; with a screen nothing else.</param>
internal sealed record ActivityReply(Activity Head, KeptScreen? Screen = null)
{
    /// <summary>The whole activity, as JSON.</summary>
    public string Text => JsonText.Of(this, static (json, reply) => reply.Write(json));

    public Activity Activity => Screen is null ? Head : ActivityJson.Read(Text);

    public void Write(Utf8JsonWriter json)
    {
        if (Screen is null)
            ActivityJson.Plain.Activity.SerializeHandler!(json, Head);
        else
            ScreenActivity.Write(json, Head, Screen);
    }
}
