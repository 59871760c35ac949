namespace ChatChannels.Conversation.Engine;

/// <summary>What moves a hand-over from the bot to an agent and back.</summary>
public enum HandOverTrigger
{
    /// <summary>The person asks for an agent.</summary>
    Ask,

    /// <summary>An agent takes the person.</summary>
    Take,

    /// <summary>The person writes to the agents.</summary>
    Write,

    /// <summary>The agent says something.</summary>
    Say,

    /// <summary>The agent gives the person back to the bot.</summary>
    Return,

    /// <summary>The person goes back to the bot, or away.</summary>
    Leave,

    /// <summary>Nobody answered in time.</summary>
    Expire,
}
