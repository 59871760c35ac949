using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Every arrow leads somewhere, and every exit has its arrow.</summary>
internal static class ArrowCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow)
    {
        if (!flow.ByName.ContainsKey(flow.Start))
            yield return flow.Defect("unknown-state", flow.StartLine, $"The start '{flow.Start}' is not a state.");
        foreach (var way in flow.Arrows.Where(way => !flow.ByName.ContainsKey(way.To)))
            yield return flow.Defect("unknown-state", way.Line, $"'{way.From}' leads to '{way.To}', which is not a state.");
        foreach (var defect in flow.States.SelectMany(state => Exits(fund, flow, state)))
            yield return defect;
    }

    private static IEnumerable<Defect> Exits(FundDraft fund, FlowDraft flow, State state) => state switch
    {
        State.Do call => OfAction(fund, flow, call),
        State.Choose { Exits: true } choose => Compare(flow, choose, [.. choose.Options.Items.Select(item => item.Value)]),
        State.Review review => Compare(flow, review, review.Choices),
        State.Call call => OfCall(fund, flow, call),
        _ => [],
    };

    private static IEnumerable<Defect> OfAction(FundDraft fund, FlowDraft flow, State.Do call) => fund.Contract.Action(call.Action) is { } action
        ? Compare(flow, call, [.. action.Exits, Input.Outcome.Unavailable])
        : [flow.Defect("unknown-action", call.Line, $"There is no service action '{call.Action}'.")];

    private static IEnumerable<Defect> OfCall(FundDraft fund, FlowDraft flow, State.Call call)
    {
        if (fund.Newest(call.Flow) is not { } called)
            return [flow.Defect("unknown-flow", call.Line, $"There is no flow '{call.Flow}' to call.")];
        if (call.At is { } at && !called.ByName.ContainsKey(at))
            return [flow.Defect("unknown-state", call.Line, $"The flow '{call.Flow}' has no state '{at}'.")];
        if (call.At is not null && called.ByName[call.At] is State.End)
            return [flow.Defect("call-at-end", call.Line, $"'{call.At}' is an end of '{call.Flow}': the call would do nothing.")];
        if (Calls(fund, call.Flow, flow.Name, []))
            return [flow.Defect("endless-call", call.Line, $"Calling '{call.Flow}' comes back to '{flow.Name}' without end.")];
        var exits = Paths.EndsFrom(called, call.At ?? called.Start).Select(end => end.Exit).Distinct(StringComparer.Ordinal).ToList();
        if (exits.Contains(null))
            return [flow.Defect("end-without-exit", call.Line, $"'{call.Flow}' is called, so each of its ends needs an exit.")];
        return call.Exits.IsEmpty ? [] : Compare(flow, call, [.. exits.OfType<string>()]);
    }

    /// <summary>Whether one flow is, or calls in however many steps, another.</summary>
    private static bool Calls(FundDraft fund, string from, string to, HashSet<string> seen) =>
        string.Equals(from, to, StringComparison.Ordinal)
        || (seen.Add(from) && (fund.Newest(from)?.States.OfType<State.Call>().Any(inner => Calls(fund, inner.Flow, to, seen)) ?? false));

    private static IEnumerable<Defect> Compare(FlowDraft flow, State state, ImmutableArray<string> expected)
    {
        var declared = flow.From(state.Name)
            .ToLookup(way => way.Trigger, way => way.Line, StringComparer.Ordinal);
        foreach (var missing in expected.Where(exit => !declared.Contains(Trigger.Exit(exit))))
            yield return flow.Defect("missing-exit", state.Line, $"'{state.Name}' does not say where exit '{missing}' leads.");
        foreach (var unknown in declared.Where(way => !expected.Any(exit => string.Equals(Trigger.Exit(exit), way.Key, StringComparison.Ordinal))))
            yield return flow.Defect("unknown-exit", unknown.First(), $"'{state.Name}' is never left by '{unknown.Key}'; its exits are {string.Join(", ", expected)}.");
    }
}
