using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>What can be reached along the arrows of a flow, conditions aside.</summary>
internal static class Paths
{
    public static ImmutableHashSet<string> From(FlowDraft flow, string entry) =>
        Spread(entry, name => flow.Arrows.Where(way => string.Equals(way.From, name, StringComparison.Ordinal)).Select(way => way.To));

    /// <summary>The states from which some end can be reached.</summary>
    public static ImmutableHashSet<string> ToAnEnd(FlowDraft flow) =>
        [.. flow.States.OfType<State.End>().SelectMany(end => Spread(end.Name, name => flow.Arrows
            .Where(way => string.Equals(way.To, name, StringComparison.Ordinal))
            .Select(way => way.From)))];

    private static ImmutableHashSet<string> Spread(string from, Func<string, IEnumerable<string>> next)
    {
        var seen = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name))
                continue;
            foreach (var further in next(name))
                open.Push(further);
        }

        return seen.ToImmutable();
    }
}
