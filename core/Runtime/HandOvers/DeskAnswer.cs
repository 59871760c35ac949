namespace ChatChannels.Runtime.HandOvers;

/// <summary>What came of what an agent did.</summary>
public enum DeskAnswer
{
    /// <summary>Done, now or when it was tried before.</summary>
    Done,

    /// <summary>It cannot be: another agent has the person, the person went back to the bot, or the channel no longer lets us speak.</summary>
    Refused,

    /// <summary>Nothing happened, for trouble or too much at once; it may be tried again.</summary>
    Later,
}
