namespace ChatChannels.Bot.DirectLine;

/// <summary>What an open stream is called for.</summary>
internal enum StreamCall
{
    /// <summary>There may be something new to read.</summary>
    Look,

    /// <summary>The bot is thinking.</summary>
    Typing,
}
