using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ChatChannels.Conversation.StateMachines;

/// <summary>A drawing in the making, for whatever language: safe unique ids, readable texts and indented lines.</summary>
internal sealed class GraphDrawing<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly GraphLabels<TState, TTrigger> _labels;
    private readonly Dictionary<TState, string> _ids = [];
    private readonly StringBuilder _text = new();

    public GraphDrawing(MachineGraph<TState, TTrigger> graph, GraphLabels<TState, TTrigger>? labels, FrozenSet<string> reserved)
    {
        Graph = graph;
        Ends = [.. graph.WithoutExit()];
        _labels = labels ?? new(Plain, Plain);
        var taken = new HashSet<string>(reserved, StringComparer.OrdinalIgnoreCase);
        foreach (var state in graph.States)
            _ids.Add(state, Unique(Safe(Plain(state)), taken));
    }

    public MachineGraph<TState, TTrigger> Graph { get; }

    /// <summary>The states a machine stays in for good.</summary>
    public ImmutableHashSet<TState> Ends { get; }

    public IEnumerable<TState> Outermost => Graph.States.Where(state => !Graph.Superstates.ContainsKey(state));

    public string Id(TState state) => _ids[state];

    public string Label(TState state) => _labels.State(state);

    public string Label(MachineEdge<TState, TTrigger> edge) =>
        edge.Guard is null ? _labels.Trigger(edge.Trigger) : $"{_labels.Trigger(edge.Trigger)} [{edge.Guard}]";

    /// <summary>Adds one line, four spaces for each level in.</summary>
    public void Line(int depth, string text) => _text.Append(' ', 4 * depth).Append(text).Append('\n');

    public override string ToString() => _text.ToString();

    private static string Plain<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    // Hyphens, blanks and other scripts become underscores, and no id begins with a digit: both languages read that unquoted.
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return safe.Length > 0 && !char.IsAsciiDigit(safe[0]) ? safe : $"_{safe}";
    }

    private static string Unique(string id, HashSet<string> taken)
    {
        var unique = id;
        for (var number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}_{number}");
        return unique;
    }
}
