namespace ChatChannels.Services.HandOvers;

/// <summary>The states of a hand-over. HandOverLife declares how it moves between them.</summary>
public enum HandOverState
{
    /// <summary>The bot speaks; nobody was asked for.</summary>
    Bot,

    /// <summary>The person waits for an agent.</summary>
    Waiting,

    /// <summary>An agent speaks with the person; the bot is silent.</summary>
    Agent,

    /// <summary>The agent gave the person back to the bot.</summary>
    Returned,

    /// <summary>The person went back to the bot, or away.</summary>
    Left,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
