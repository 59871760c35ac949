namespace ChatChannels.Conversation.Flows;

/// <summary>The triggers that move a flow from state to state.</summary>
public static class Trigger
{
    /// <summary>The state has done its part: an answer was given, a text was read, a called flow came back.</summary>
    public const string Next = "next";

    /// <summary>The state was left by a named exit: a choice with its own target, or the outcome of a service call.</summary>
    public static string Exit(string exit) => $"exit {exit}";
}
