namespace ChatChannels.Conversation.Engine;

/// <summary>A hand-over to the agents, as the session knows it: while it lasts, what the person types is for them.</summary>
/// <param name="Id">Tells the hand-over from every other.</param>
/// <param name="Due">When it is given up, unless an agent answers before.</param>
/// <param name="Ahead">How many waited before the person, when last counted.</param>
/// <param name="Until">When the agents leave, in the fund's time (<c>16:30</c>).</param>
/// <param name="IsTold">Whether the person, having written while waiting, was told that it is kept.</param>
public sealed record AgentStand(string Id, DateTimeOffset Due, int Ahead, string Until, bool IsTold = false);
