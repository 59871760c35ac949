using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Every flow and state can be reached, an end can be reached from every state, and no circle runs without asking anybody.</summary>
internal static class ReachCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, Assignment assignment)
    {
        if (fund.Newest(flow.Name) != flow)
            return [];
        return flow.States.Any(state => assignment.At(flow, state) is not null)
            ? [.. States(flow, assignment), .. Circles(flow)]
            : [flow.Defect("unused-flow", flow.Line, $"Neither the menu nor a call that can be reached leads to '{flow.Name}'.")];
    }

    private static IEnumerable<Defect> States(FlowDraft flow, Assignment assignment)
    {
        var finishing = Paths.ToAnEnd(flow);
        foreach (var state in flow.States)
        {
            if (assignment.At(flow, state) is null)
                yield return flow.Defect("unreachable", state.Line, $"No path leads to '{state.Name}'.");
            else if (!finishing.Contains(state.Name))
                yield return flow.Defect("dead-end", state.Line, $"From '{state.Name}' no end can be reached.");
        }
    }

    /// <summary>Each circle of states that wait for nobody, reported once, at the first of them.</summary>
    private static IEnumerable<Defect> Circles(FlowDraft flow)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in flow.States.Where(state => IsSilent(flow, state)))
        {
            var behind = Behind(flow, state.Name);
            if (!behind.Contains(state.Name) || reported.Contains(state.Name))
                continue;
            reported.UnionWith(behind);
            yield return flow.Defect("silent-loop", state.Line, $"'{state.Name}' comes back to itself without showing or asking anything new.");
        }
    }

    /// <summary>An action waits for nobody, nor does a question once answered, unless some state forgets the answer.</summary>
    private static bool IsSilent(FlowDraft flow, State state) => state switch
    {
        State.Do => true,
        State.Collects collects => !flow.States.Any(any => any.Forget.Contains(collects.As, StringComparer.Ordinal)),
        _ => false,
    };

    /// <summary>The silent states that follow a state, itself included when it follows itself.</summary>
    private static HashSet<string> Behind(FlowDraft flow, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var name))
            foreach (var next in flow.From(name).Select(way => way.To))
                if (IsSilent(flow, flow.ByName[next]) && seen.Add(next))
                    open.Push(next);
        return seen;
    }
}
