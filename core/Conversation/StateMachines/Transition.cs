namespace ChatChannels.Conversation.StateMachines;

/// <summary>One move of a machine; a re-entry where both ends are the same state.</summary>
public readonly record struct Transition<TState, TTrigger>(TState From, TState To, TTrigger Trigger)
    where TState : notnull
    where TTrigger : notnull;
