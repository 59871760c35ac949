namespace ChatChannels.Conversation.StateMachines;

/// <summary>One transition as it was declared.</summary>
/// <param name="From">The state it was declared on; its substates inherit it.</param>
/// <param name="To">Where it leads; <paramref name="From"/> itself for a re-entry.</param>
/// <param name="Trigger">What fires it.</param>
/// <param name="Guard">Its condition in words, or null where it has none.</param>
public sealed record MachineEdge<TState, TTrigger>(TState From, TState To, TTrigger Trigger, string? Guard)
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>Where the edge leads from a state that declared or inherited it: a re-entry re-enters the state one stands in.</summary>
    public TState Target(TState standing) => EqualityComparer<TState>.Default.Equals(From, To) ? standing : To;
}
