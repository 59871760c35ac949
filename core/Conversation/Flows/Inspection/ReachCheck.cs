using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Every state can be reached, an end can be reached from every state, and no circle runs without asking anybody.</summary>
internal static class ReachCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, Assignment assignment)
    {
        if (fund.Newest(flow.Name) != flow)
            yield break;
        var finishing = Paths.ToAnEnd(flow);
        foreach (var state in flow.States)
        {
            if (assignment.At(flow, state) is null)
                yield return flow.Defect("unreachable", state.Line, $"No path leads to '{state.Name}'.");
            if (!finishing.Contains(state.Name))
                yield return flow.Defect("dead-end", state.Line, $"From '{state.Name}' no end can be reached.");
            if (state is State.Do && RunsInACircle(flow, state.Name))
                yield return flow.Defect("silent-loop", state.Line, $"'{state.Name}' comes back to itself without showing anything.");
        }
    }

    private static bool RunsInACircle(FlowDraft flow, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(SilentNext(flow, start));
        while (open.TryPop(out var name))
        {
            if (string.Equals(name, start, StringComparison.Ordinal))
                return true;
            if (flow.ByName.GetValueOrDefault(name) is State.Do && seen.Add(name))
                foreach (var further in SilentNext(flow, name))
                    open.Push(further);
        }

        return false;
    }

    private static IEnumerable<string> SilentNext(FlowDraft flow, string name) =>
        flow.Arrows.Where(way => string.Equals(way.From, name, StringComparison.Ordinal)).Select(way => way.To);
}
