using ChatChannels.Conversation.Engine;

namespace ChatChannels.Runtime.Turns;

/// <summary>How a channel shows a prompt. Pure; the reply is kept byte for byte.</summary>
public interface IScreens
{
    Screen Render(Prompt prompt);
}
