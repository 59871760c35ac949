using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>What a service action needs was collected on every path to it.</summary>
internal static class NeedCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, Assignment assignment) =>
        from state in flow.States.OfType<State.Do>()
        let there = assignment.At(flow, state)
        where there is not null
        from need in fund.Contract.Action(state.Action)!.Needs
        where !there.Contains(need)
        select flow.Defect("missing-answer", state.Line, $"'{state.Action}' needs the answer '{need}', which some path to '{state.Name}' has not collected.");
}
