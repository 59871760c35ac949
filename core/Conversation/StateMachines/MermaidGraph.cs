using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ChatChannels.Conversation.StateMachines;

/// <summary>A machine as a Mermaid <c>stateDiagram-v2</c>: the same machine gives the same text.</summary>
public static class MermaidGraph
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "accDescr", "accTitle", "as", "choice", "class", "classDef", "click", "default", "direction", "end", "fork", "hide", "href", "join",
        "note", "root", "scale", "state", "stateDiagram", "style", "title");

    // What ends a text, opens an entity or a directive, or is read as markup.
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"#:;%&<>{}\\`");

    public static string Of<TState, TTrigger>(MachineGraph<TState, TTrigger> graph, GraphLabels<TState, TTrigger>? labels = null)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(graph);
        var drawing = new GraphDrawing<TState, TTrigger>(graph, labels, Keywords);
        drawing.Line(0, "stateDiagram-v2");
        foreach (var state in drawing.Outermost)
            Draw(state, drawing, 1);
        drawing.Line(1, $"[*] --> {drawing.Id(graph.Initial)}");
        foreach (var edge in graph.Edges)
            drawing.Line(1, $"{drawing.Id(edge.From)} --> {drawing.Id(edge.To)} : {Escape(drawing.Label(edge))}");
        foreach (var end in graph.States.Where(drawing.Ends.Contains))
            drawing.Line(1, $"{drawing.Id(end)} --> [*]");
        return drawing.ToString();
    }

    private static void Draw<TState, TTrigger>(TState state, GraphDrawing<TState, TTrigger> drawing, int depth)
        where TState : notnull
        where TTrigger : notnull
    {
        var name = $"state \"{Escape(drawing.Label(state))}\" as {drawing.Id(state)}";
        var substates = drawing.Graph.Substates(state);
        if (substates.IsEmpty)
        {
            drawing.Line(depth, name);
            return;
        }

        drawing.Line(depth, $"{name} {{");
        foreach (var substate in substates)
            Draw(substate, drawing, depth + 1);
        drawing.Line(depth, "}");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Escaped.Contains(letter))
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)letter};");
            else
                escaped.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return escaped.ToString();
    }
}
