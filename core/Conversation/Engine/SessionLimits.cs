namespace ChatChannels.Conversation.Engine;

/// <summary>The bounds that no session passes, whatever is sent.</summary>
public static class SessionLimits
{
    /// <summary>An unfinished session may be resumed for this long after its last turn.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Wrong answers in a row at one state before a way out is offered.</summary>
    public const int WrongAnswers = 3;

    /// <summary>States one turn may pass through without showing anything.</summary>
    public const int StepsPerTurn = 64;

    /// <summary>Turns in one exchange of a channel.</summary>
    public const int TurnsPerSession = 300;

    /// <summary>The same input in a row.</summary>
    public const int SameInput = 25;
}
