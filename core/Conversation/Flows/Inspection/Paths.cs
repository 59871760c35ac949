using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>What can be reached along the arrows of a flow, conditions aside.</summary>
internal static class Paths
{
    public static ImmutableHashSet<string> From(FlowDraft flow, string entry) => Spread(entry, name => flow.From(name).Select(way => way.To));

    /// <summary>The ends that can be reached from a state.</summary>
    public static ImmutableArray<State.End> EndsFrom(FlowDraft flow, string entry)
    {
        var reached = From(flow, entry);
        return [.. flow.States.OfType<State.End>().Where(end => reached.Contains(end.Name))];
    }

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
