using System.Collections.Frozen;

namespace ChatChannels.Conversation.StateMachines;

/// <summary>
/// A machine as a Graphviz digraph: superstates are clusters, the states it ends in have a double border. DOT draws no edge
/// to a cluster, so a superstate with edges of its own also stands in its cluster, dashed.
/// </summary>
public static class DotGraph
{
    private const string Start = "initial";

    private static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Start, "digraph", "edge", "graph", "node", "strict", "subgraph");

    public static string Of<TState, TTrigger>(MachineGraph<TState, TTrigger> graph, GraphLabels<TState, TTrigger>? labels = null)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(graph);
        var drawing = new GraphDrawing<TState, TTrigger>(graph, labels, Keywords);
        drawing.Line(0, "digraph {");
        drawing.Line(1, "node [shape=box, style=rounded]");
        drawing.Line(1, $"{Start} [shape=point]");
        foreach (var state in drawing.Outermost)
            Draw(state, drawing, 1);
        drawing.Line(1, $"{Start} -> {drawing.Id(graph.Initial)}");
        foreach (var edge in graph.Edges)
            drawing.Line(1, $"{drawing.Id(edge.From)} -> {drawing.Id(edge.To)} [label={Quote(drawing.Label(edge))}]");
        drawing.Line(0, "}");
        return drawing.ToString();
    }

    private static void Draw<TState, TTrigger>(TState state, GraphDrawing<TState, TTrigger> drawing, int depth)
        where TState : notnull
        where TTrigger : notnull
    {
        var label = $"label={Quote(drawing.Label(state))}";
        var substates = drawing.Graph.Substates(state);
        if (substates.IsEmpty)
        {
            drawing.Line(depth, $"{drawing.Id(state)} [{label}{(drawing.Ends.Contains(state) ? ", peripheries=2" : "")}]");
            return;
        }

        drawing.Line(depth, $"subgraph cluster_{drawing.Id(state)} {{");
        drawing.Line(depth + 1, label);
        if (drawing.Graph.IsStand(state) || drawing.Graph.Edges.Any(edge => edge.From.Equals(state)))
            drawing.Line(depth + 1, $"{drawing.Id(state)} [{label}, style=\"rounded,dashed\"]");
        foreach (var substate in substates)
            Draw(substate, drawing, depth + 1);
        drawing.Line(depth, "}");
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";
}
