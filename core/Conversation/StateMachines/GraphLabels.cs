namespace ChatChannels.Conversation.StateMachines;

/// <summary>What a drawing calls states and triggers, where their own names are not what people should read.</summary>
public sealed record GraphLabels<TState, TTrigger>(Func<TState, string> State, Func<TTrigger, string> Trigger)
    where TState : notnull
    where TTrigger : notnull;
