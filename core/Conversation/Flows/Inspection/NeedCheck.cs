using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>What a service action, or a list in parts, needs was collected on every path to it.</summary>
internal static class NeedCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, Assignment assignment) =>
        from state in flow.States
        let there = assignment.At(flow, state)
        where there is not null
        from need in Needs(fund, state)
        where !there.Contains(need)
        select flow.Defect("missing-answer", state.Line, $"'{state.Name}' needs the answer '{need}', which some path to it has not collected.");

    private static IEnumerable<string> Needs(FundDraft fund, State state) => state switch
    {
        State.Do call => [.. fund.Contract.Action(call.Action)!.Needs, .. SettingCheck.Named(fund, call)],
        State.Choose { Within: { } within } => [within],
        _ => [],
    };
}
