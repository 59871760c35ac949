using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>A flow that collects personal answers says by which of them a person proves to be the same on a redial.</summary>
internal static class ProofCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow)
    {
        if (flow.ProveBy.IsEmpty && FirstPersonal(flow) is { } personal)
            yield return flow.Defect("no-proof", personal.Line, $"'{personal.Name}' is personal, so the flow needs prove-by.");
        foreach (var name in flow.ProveBy.Where(name => !AnswerNames.In(fund).Contains(name)))
            yield return flow.Defect("unknown-answer", flow.ProveByLine, $"prove-by names '{name}', which no state collects.");
        if (FirstPersonal(flow) is { } first && !flow.ProveBy.IsEmpty && !flow.ProveBy.Contains(first.As, StringComparer.Ordinal))
            yield return flow.Defect("proof-too-late", first.Line, $"'{first.As}' is the first personal answer, so prove-by must name it too: after it nothing else could prove the person.");
    }

    private static State.Collects? FirstPersonal(FlowDraft flow) => flow.States.OfType<State.Collects>().FirstOrDefault(state => state.Personal);
}
