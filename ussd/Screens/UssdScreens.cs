using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Ussd.Screens;

/// <summary>Shows prompts on a phone: numbered lines, the stable keys below, pages where one screen is too small.</summary>
internal sealed class UssdScreens(TextLimits limits) : IScreens
{
    public Screen Render(Prompt prompt)
    {
        var pages = Pager.Pages(prompt, limits);
        var page = Math.Clamp(prompt.Page, 0, pages.Length - 1);
        return new Screen((prompt.Ends ? "END " : "CON ") + pages[page], page, pages.Length);
    }
}
