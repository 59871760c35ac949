using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>Shows prompts as WhatsApp can: buttons where there are few choices, a list where there are more, numbers where neither holds them.</summary>
internal sealed class WhatsAppScreens : IScreens
{
    public Screen Render(Prompt prompt)
    {
        var shown = prompt.Language.IsRightToLeft ? prompt.WithTexts(Bidi.IsolateNumbers) : prompt;
        if (ButtonLayout.Of(shown) is { } buttons)
            return new Screen(Payload.Write(buttons), 0, 1);
        if (RowLayout.Of(shown) is { } rows)
            return new Screen(Payload.Write(rows.Bubbles), rows.Page, rows.Pages);
        return new Screen(Payload.Write(Bodies.Numbered(shown)), 0, 1);
    }
}
