namespace ChatChannels.Conversation.StateMachines;

/// <summary>A declared machine as data, for analysis and drawing. Only a machine without contradictions has one.</summary>
public sealed class MachineGraph<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly ImmutableHashSet<TState> _entered;

    internal MachineGraph(
        TState initial,
        ImmutableArray<TState> states,
        ImmutableDictionary<TState, TState> superstates,
        ImmutableArray<MachineEdge<TState, TTrigger>> edges)
    {
        Initial = initial;
        States = states;
        Superstates = superstates;
        Edges = edges;
        _entered = [initial, .. edges.Select(edge => edge.To)];
    }

    public TState Initial { get; }

    /// <summary>Every state, superstates included, in the order of their first mention; the initial state comes first.</summary>
    public ImmutableArray<TState> States { get; }

    /// <summary>Substate to superstate; without cycles.</summary>
    public ImmutableDictionary<TState, TState> Superstates { get; }

    /// <summary>Every transition, by state and then in the order declared, which is the order guards are tried in.</summary>
    public ImmutableArray<MachineEdge<TState, TTrigger>> Edges { get; }

    /// <summary>The state and the states around it, from the inside out.</summary>
    public IEnumerable<TState> Lineage(TState state)
    {
        yield return state;
        while (Superstates.TryGetValue(state, out var super))
            yield return state = super;
    }

    /// <summary>Whether <paramref name="state"/> is <paramref name="super"/> or lies within it, at any depth.</summary>
    public bool IsIn(TState state, TState super) => Lineage(state).Contains(super);

    /// <summary>The states directly within <paramref name="super"/>.</summary>
    public ImmutableArray<TState> Substates(TState super) =>
        [.. States.Where(state => Superstates.TryGetValue(state, out var direct) && Same(direct, super))];

    /// <summary>Whether the machine can stand in the state: a superstate that no transition enters is only a group.</summary>
    public bool IsStand(TState state) => _entered.Contains(state) || Substates(state).IsEmpty;

    /// <summary>
    /// What can be fired in the state, in the order it is tried: its own edges, then those of the states around it, but not
    /// what an unguarded edge further in already decides.
    /// </summary>
    public ImmutableArray<MachineEdge<TState, TTrigger>> Leaving(TState state)
    {
        var leaving = ImmutableArray.CreateBuilder<MachineEdge<TState, TTrigger>>();
        var decided = new HashSet<TTrigger>();
        foreach (var edge in Lineage(state).SelectMany(place => Edges.Where(edge => Same(edge.From, place))))
        {
            if (decided.Contains(edge.Trigger))
                continue;
            leaving.Add(edge);
            if (edge.Guard is null)
                decided.Add(edge.Trigger);
        }

        return leaving.DrainToImmutable();
    }

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);
}
