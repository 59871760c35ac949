using System.Collections.Frozen;

namespace ChatChannels.Conversation.StateMachines;

// What is looked up while firing, worked out once when the machine is declared.
public sealed partial class StateMachine<TState, TTrigger, TContext, TEffect>
{
    private static Stand Prepare(
        TState state, MachineGraph<TState, TTrigger> graph, StateMachineBuilder<TState, TTrigger, TContext, TEffect> declared)
    {
        ImmutableArray<Choice> choices =
        [
            .. from edge in graph.Leaving(state)
               group edge by edge.Trigger into edges
               select new Choice(
                   edges.Key,
                   [.. edges.Select(edge => ToRoute(edge, state, graph, declared))],
                   new([.. edges.Select(edge => edge.Guard).OfType<string>()])),
        ];
        return new([.. graph.Lineage(state)], choices, choices.ToFrozenDictionary(choice => choice.Trigger));
    }

    private static Route ToRoute(
        MachineEdge<TState, TTrigger> edge,
        TState from,
        MachineGraph<TState, TTrigger> graph,
        StateMachineBuilder<TState, TTrigger, TContext, TEffect> declared)
    {
        var to = edge.Target(from);
        var isReentry = EqualityComparer<TState>.Default.Equals(from, to);
        var left = isReentry ? [from] : graph.Lineage(from).Except(graph.Lineage(to));
        var entered = isReentry ? [to] : graph.Lineage(to).Except(graph.Lineage(from)).Reverse();
        return new(
            declared.GuardOf(edge),
            new(new(from, to, edge.Trigger), []),
            [.. left.SelectMany(state => declared.Configure(state).Exits), .. entered.SelectMany(state => declared.Configure(state).Entries)]);
    }

    /// <summary>A state to stand in, with all that may be fired there, inherited or its own.</summary>
    private sealed record Stand(ImmutableArray<TState> Lineage, ImmutableArray<Choice> InOrder, FrozenDictionary<TTrigger, Choice> Choices);

    /// <summary>The routes of one trigger, in the order they are tried; where none is open, every guard has said no.</summary>
    private sealed record Choice(TTrigger Trigger, ImmutableArray<Route> Routes, Firing<TState, TTrigger, TEffect>.Refused Closed)
    {
        public Firing<TState, TTrigger, TEffect> Fire(TContext context) => Open(context) is { } route ? route.Take(context) : Closed;

        public Route? Open(TContext context)
        {
            foreach (var route in Routes)
            {
                if (route.Guard is null || route.Guard(context))
                    return route;
            }

            return null;
        }
    }

    private sealed record Route(
        Func<TContext, bool>? Guard,
        Firing<TState, TTrigger, TEffect>.Moved Quiet,
        ImmutableArray<Func<Transition<TState, TTrigger>, TContext, ImmutableArray<TEffect>>> Actions)
    {
        public Firing<TState, TTrigger, TEffect>.Moved Take(TContext context)
        {
            ImmutableArray<TEffect> effects = [];
            foreach (var action in Actions)
                effects = effects.AddRange(action(Quiet.Transition, context));
            return effects.IsEmpty ? Quiet : new(Quiet.Transition, effects);
        }
    }
}
