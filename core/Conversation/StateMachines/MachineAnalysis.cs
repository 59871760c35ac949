namespace ChatChannels.Conversation.StateMachines;

/// <summary>
/// What a graph shows before anything is fired. Guards count as possible, so a finding is certain while silence is not.
/// States are listed in the graph's order.
/// </summary>
public static class MachineAnalysis
{
    /// <summary>The states that nothing leads to from the initial one. A superstate is reached with its first substate.</summary>
    public static ImmutableArray<TState> Unreachable<TState, TTrigger>(this MachineGraph<TState, TTrigger> graph)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(graph);
        var reached = Spread([graph.Initial], graph.Targets).SelectMany(graph.Lineage).ToHashSet();
        return [.. graph.States.Where(state => !reached.Contains(state))];
    }

    /// <summary>The states from which none of the final states can be reached; whatever lies within a final state is final.</summary>
    public static ImmutableArray<TState> DeadEnds<TState, TTrigger>(this MachineGraph<TState, TTrigger> graph, params IEnumerable<TState> finals)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(graph);
        var ends = finals.ToHashSet();
        var origins = graph.States
            .SelectMany(state => graph.Targets(state).Select(target => (state, target)))
            .ToLookup(move => move.target, move => move.state);
        var alive = Spread(graph.States.Where(state => graph.Lineage(state).Any(ends.Contains)), target => origins[target]);
        return [.. graph.States.Where(state => graph.IsStand(state) && !alive.Contains(state))];
    }

    /// <summary>The states that no trigger, inherited or their own, leads out of; a re-entry leads nowhere else.</summary>
    public static ImmutableArray<TState> WithoutExit<TState, TTrigger>(this MachineGraph<TState, TTrigger> graph)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(graph);
        return [.. graph.States.Where(state => graph.IsStand(state) && graph.Targets(state).All(target => target.Equals(state)))];
    }

    private static IEnumerable<TState> Targets<TState, TTrigger>(this MachineGraph<TState, TTrigger> graph, TState state)
        where TState : notnull
        where TTrigger : notnull => graph.Leaving(state).Select(edge => edge.Target(state));

    private static HashSet<TState> Spread<TState>(IEnumerable<TState> seeds, Func<TState, IEnumerable<TState>> next)
    {
        var found = new HashSet<TState>();
        var waiting = new Stack<TState>(seeds);
        while (waiting.TryPop(out var state))
        {
            if (!found.Add(state))
                continue;
            foreach (var neighbour in next(state))
                waiting.Push(neighbour);
        }

        return found;
    }
}
