using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.Activities;

/// <summary>A prompt as one message activity. The reply is what the activity is written from, a fifth as long: see <see cref="KeptScreen"/>.</summary>
internal sealed class ActivityScreens : IScreens
{
    public Screen Render(Prompt prompt) => new(KeptScreen.Of(prompt).Write(), Page: 0, Pages: 1);
}
