using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>A carry-over names states and answers that exist on both sides, and leaves no waiting state behind.</summary>
internal static class CarryOverCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow) => flow.CarryOvers.SelectMany(carry => Find(fund, flow, carry));

    private static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, CarryOver carry)
    {
        if (carry.From >= flow.Version)
            yield return flow.Defect("carry-over", carry.Line, $"Version {flow.Version} can only carry over from an earlier version, not from {carry.From}.");
        foreach (var target in carry.States.Values.Where(target => !flow.ByName.ContainsKey(target)))
            yield return flow.Defect("carry-over", carry.Line, $"Carry-over leads to '{target}', which is not a state of version {flow.Version}.");
        foreach (var target in carry.Answers.Values.Where(target => !AnswerNames.In(fund).Contains(target)))
            yield return flow.Defect("carry-over", carry.Line, $"Carry-over leads to the answer '{target}', which no state collects.");
        var old = fund.Flows.FirstOrDefault(any => any.Version == carry.From && string.Equals(any.Name, flow.Name, StringComparison.Ordinal));
        if (old is null)
            yield break;
        foreach (var name in carry.States.Keys.Where(name => !old.ByName.ContainsKey(name)))
            yield return flow.Defect("carry-over", carry.Line, $"Version {carry.From} has no state '{name}' to carry over.");
        foreach (var state in old.States.Where(state => !flow.ByName.ContainsKey(state.Name) && !carry.States.ContainsKey(state.Name)))
            yield return flow.Defect("carry-over", carry.Line, $"State '{state.Name}' of version {carry.From} is gone, and the carry-over does not say where its sessions go.");
    }
}
