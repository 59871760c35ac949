using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Conversation.StateMachines;

/// <summary>
/// An immutable definition of states and what moves between them. It holds no current state: firing is a function of state,
/// trigger and context, as pure as the guards and effects declared, and everything is computed before anything is returned.
/// </summary>
/// <typeparam name="TState">A state, compared by its default equality.</typeparam>
/// <typeparam name="TTrigger">What may move the machine.</typeparam>
/// <typeparam name="TContext">What guards and effects may look at.</typeparam>
/// <typeparam name="TEffect">What must happen outside, as a value.</typeparam>
public sealed partial class StateMachine<TState, TTrigger, TContext, TEffect>
    where TState : notnull
    where TTrigger : notnull
{
    private static readonly Firing<TState, TTrigger, TEffect>.Refused NotPermitted = new([]);

    private readonly FrozenDictionary<TState, Stand> _stands;

    internal StateMachine(MachineGraph<TState, TTrigger> graph, StateMachineBuilder<TState, TTrigger, TContext, TEffect> declared)
    {
        Graph = graph;
        _stands = graph.States.ToFrozenDictionary(state => state, state => Prepare(state, graph, declared));
    }

    public TState Initial => Graph.Initial;

    /// <summary>The machine as data, for analysis and drawing.</summary>
    public MachineGraph<TState, TTrigger> Graph { get; }

    /// <summary>Declares a machine.</summary>
    /// <exception cref="InvalidOperationException">The declaration contradicts itself, which is a bug; the message names every contradiction.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "A factory elsewhere could not infer the four types either.")]
    public static StateMachine<TState, TTrigger, TContext, TEffect> Declare(
        TState initial, Action<StateMachineBuilder<TState, TTrigger, TContext, TEffect>> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new StateMachineBuilder<TState, TTrigger, TContext, TEffect>(initial);
        declare(builder);
        return builder.Build();
    }

    /// <summary>What the trigger does in the state: the move with its effects, or why there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The machine has no such state, which is a bug.</exception>
    public Firing<TState, TTrigger, TEffect> Fire(TState state, TTrigger trigger, TContext context) =>
        At(state).Choices.TryGetValue(trigger, out var choice) ? choice.Fire(context) : NotPermitted;

    /// <inheritdoc cref="Fire"/>
    /// <summary>Whether the trigger would move the machine.</summary>
    public bool CanFire(TState state, TTrigger trigger, TContext context) =>
        At(state).Choices.TryGetValue(trigger, out var choice) && choice.Open(context) is not null;

    /// <inheritdoc cref="Fire"/>
    /// <summary>Every trigger that would move the machine: the state's own in declared order, then those inherited.</summary>
    public ImmutableArray<TTrigger> PermittedTriggers(TState state, TContext context) =>
        [.. At(state).InOrder.Where(choice => choice.Open(context) is not null).Select(choice => choice.Trigger)];

    /// <inheritdoc cref="Fire"/>
    /// <summary>Whether <paramref name="state"/> is <paramref name="super"/> or lies within it, at any depth.</summary>
    public bool IsIn(TState state, TState super) => At(state).Lineage.Contains(super);

    private Stand At(TState state) =>
        _stands.TryGetValue(state, out var stand)
            ? stand
            : throw new ArgumentOutOfRangeException(nameof(state), state, "The machine has no such state.");
}
