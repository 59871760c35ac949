namespace ChatChannels.Conversation.StateMachines;

/// <summary>Where a machine is declared, state by state. It lives only while <c>StateMachine.Declare</c> runs.</summary>
public sealed class StateMachineBuilder<TState, TTrigger, TContext, TEffect>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly TState _initial;
    private readonly OrderedDictionary<TState, StateConfiguration<TState, TTrigger, TContext, TEffect>> _states = [];
    private readonly Dictionary<TState, TState> _superstates = [];
    private readonly Dictionary<MachineEdge<TState, TTrigger>, Func<TContext, bool>?> _guards = [];
    private readonly List<string> _contradictions = [];

    internal StateMachineBuilder(TState initial)
    {
        _initial = initial;
        Configure(initial);
    }

    /// <summary>Declares more about a state; the same state may be configured in several places.</summary>
    public StateConfiguration<TState, TTrigger, TContext, TEffect> Configure(TState state)
    {
        if (!_states.TryGetValue(state, out var configuration))
            _states.Add(state, configuration = new(this, state));
        return configuration;
    }

    internal Func<TContext, bool>? GuardOf(MachineEdge<TState, TTrigger> edge) => _guards[edge];

    internal void Add(MachineEdge<TState, TTrigger> edge, Func<TContext, bool>? guard)
    {
        var siblings = _states[edge.From].Edges;
        var rivals = siblings.Where(sibling => EqualityComparer<TTrigger>.Default.Equals(sibling.Trigger, edge.Trigger)).ToList();
        if (rivals.Exists(rival => rival.Guard is null))
            Contradict(edge.From, $"{edge.Trigger} is permitted again after it was permitted without a guard: the later one is never reached");
        else if (rivals.Exists(rival => string.Equals(rival.Guard, edge.Guard, StringComparison.Ordinal)))
            Contradict(edge.From, $"{edge.Trigger} has the guard '{edge.Guard}' twice: the later one is never reached");
        Configure(edge.To);
        siblings.Add(edge);
        _guards[edge] = guard;
    }

    internal void Nest(TState state, TState super)
    {
        Configure(super);
        if (!_superstates.TryAdd(state, super) && !EqualityComparer<TState>.Default.Equals(_superstates[state], super))
            Contradict(state, $"is a substate of both {_superstates[state]} and {super}");
    }

    internal void Contradict(TState state, string what) => _contradictions.Add($"{state}: {what}");

    internal StateMachine<TState, TTrigger, TContext, TEffect> Build()
    {
        foreach (var state in _states.Keys.Where(IsWithinItself))
            Contradict(state, "is a substate of itself");
        if (_contradictions.Count > 0)
            throw new InvalidOperationException($"The state machine contradicts itself:\n- {string.Join("\n- ", _contradictions)}");
        var graph = new MachineGraph<TState, TTrigger>(
            _initial, [.. _states.Keys], _superstates.ToImmutableDictionary(), [.. _states.Values.SelectMany(state => state.Edges)]);
        return new(graph, this);
    }

    private bool IsWithinItself(TState state)
    {
        var around = new HashSet<TState>();
        for (var place = state; _superstates.TryGetValue(place, out var super) && around.Add(super);)
            place = super;
        return around.Contains(state);
    }
}
