using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// The prompts of one turn, each as one message activity. The reply is what the activity is written from, a fifth as long: see
/// <see cref="KeptScreen"/>.
/// </summary>
internal sealed class ActivityScreens : IScreens
{
    private string? _reply;
    private KeptScreen? _screen;

    public Screen Render(Prompt prompt)
    {
        _screen = KeptScreen.Of(prompt);
        _reply = _screen.Write();
        return new(_reply, Page: 0, Pages: 1);
    }

    /// <summary>The screen of the turn's reply, drawn just now or kept from before; null where the reply is empty, as the bot is silent.</summary>
    public KeptScreen? ScreenOf(string reply) => ReferenceEquals(reply, _reply) ? _screen : KeptScreen.Read(reply);
}
