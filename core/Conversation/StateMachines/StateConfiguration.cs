namespace ChatChannels.Conversation.StateMachines;

/// <summary>What one state permits and does, in the vocabulary of Stateless.</summary>
public sealed class StateConfiguration<TState, TTrigger, TContext, TEffect>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateMachineBuilder<TState, TTrigger, TContext, TEffect> _builder;
    private readonly TState _state;

    internal StateConfiguration(StateMachineBuilder<TState, TTrigger, TContext, TEffect> builder, TState state)
    {
        _builder = builder;
        _state = state;
    }

    internal List<MachineEdge<TState, TTrigger>> Edges { get; } = [];

    internal List<Func<Transition<TState, TTrigger>, TContext, ImmutableArray<TEffect>>> Entries { get; } = [];

    internal List<Func<Transition<TState, TTrigger>, TContext, ImmutableArray<TEffect>>> Exits { get; } = [];

    /// <summary>The trigger leads to another state; after guarded ones on the same trigger, this is the default.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> Permit(TTrigger trigger, TState to) => Move(trigger, to, null, null);

    /// <summary>The trigger leads to another state while the guard holds; the first that holds, in declared order, wins.</summary>
    /// <param name="trigger">What fires it.</param>
    /// <param name="to">Another state.</param>
    /// <param name="guard">A pure condition.</param>
    /// <param name="inWords">The condition as people read it in diagrams and refusals.</param>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> PermitIf(
        TTrigger trigger, TState to, Func<TContext, bool> guard, string inWords)
    {
        CheckGuard(guard, inWords);
        return Move(trigger, to, guard, inWords);
    }

    /// <summary>The trigger leaves the state and enters it anew; inherited, it re-enters the substate one stands in.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> PermitReentry(TTrigger trigger) => Add(trigger, _state, null, null);

    /// <summary><see cref="PermitReentry"/> while the guard holds, as with <see cref="PermitIf"/>.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> PermitReentryIf(
        TTrigger trigger, Func<TContext, bool> guard, string inWords)
    {
        CheckGuard(guard, inWords);
        return Add(trigger, _state, guard, inWords);
    }

    /// <summary>Lies within another state: what is not permitted here is looked for there.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> SubstateOf(TState super)
    {
        _builder.Nest(_state, super);
        return this;
    }

    /// <summary>Effects of coming in from outside the state, or of re-entry; declared twice, both happen in that order.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> OnEntry(
        Func<Transition<TState, TTrigger>, TContext, ImmutableArray<TEffect>> effects)
    {
        Entries.Add(effects);
        return this;
    }

    /// <summary>Effects of going outside the state, or of re-entry; declared twice, both happen in that order.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> OnExit(
        Func<Transition<TState, TTrigger>, TContext, ImmutableArray<TEffect>> effects)
    {
        Exits.Add(effects);
        return this;
    }

    private static void CheckGuard(Func<TContext, bool> guard, string inWords)
    {
        ArgumentNullException.ThrowIfNull(guard);
        ArgumentException.ThrowIfNullOrWhiteSpace(inWords);
    }

    private StateConfiguration<TState, TTrigger, TContext, TEffect> Move(
        TTrigger trigger, TState to, Func<TContext, bool>? guard, string? inWords)
    {
        if (EqualityComparer<TState>.Default.Equals(_state, to))
            _builder.Contradict(_state, $"{trigger} leads back to the same state: that is PermitReentry");
        return Add(trigger, to, guard, inWords);
    }

    private StateConfiguration<TState, TTrigger, TContext, TEffect> Add(
        TTrigger trigger, TState to, Func<TContext, bool>? guard, string? inWords)
    {
        _builder.Add(new(_state, to, trigger, inWords), guard);
        return this;
    }
}
