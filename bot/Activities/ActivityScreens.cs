using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// The prompts of one turn, each as one message activity. The reply is what the activity is written from, a fifth as long: see
/// <see cref="KeptScreen"/>.
/// </summary>
internal sealed class ActivityScreens : IScreens
{
    private volatile Drawn? _last;

    public Screen Render(Prompt prompt)
    {
        var screen = KeptScreen.Of(prompt.Language.IsRightToLeft ? prompt.WithTexts(Bidi.Mark) : prompt);
        var drawn = new Drawn(screen.Write(), screen);
        _last = drawn;
        return new(drawn.Reply, Page: 0, Pages: 1);
    }

    /// <summary>The screen of the turn's reply, drawn just now or kept from before; null where the reply is empty, as the bot is silent.</summary>
    public KeptScreen? ScreenOf(string reply) =>
        _last is { } last && ReferenceEquals(reply, last.Reply) ? last.Screen : KeptScreen.Read(reply);

    /// <summary>A reply with its screen, always of one prompt.</summary>
    private sealed class Drawn(string reply, KeptScreen screen)
    {
        public string Reply { get; } = reply;

        public KeptScreen Screen { get; } = screen;
    }
}
