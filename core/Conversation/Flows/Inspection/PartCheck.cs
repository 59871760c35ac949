using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>A list offered in parts has a part for each option of the list that it hangs on, and no option that belongs to none.</summary>
internal static class PartCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow) => flow.States.OfType<State.Choose>()
        .Where(choose => choose.Within is not null)
        .SelectMany(choose => Find(fund, flow, choose));

    private static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow, State.Choose choose)
    {
        var upper = fund.Flows.SelectMany(any => any.States).OfType<State.Choose>()
            .FirstOrDefault(any => string.Equals(any.As, choose.Within, StringComparison.Ordinal));
        if (upper is null)
        {
            yield return flow.Defect("unknown-answer", choose.Line, $"No choice is kept as '{choose.Within}'.");
            yield break;
        }

        foreach (var item in choose.Options.Items.Where(item => !upper.Options.TryFind(item.Within ?? "", out _)))
            yield return flow.Defect("within-nothing", choose.Line, $"'{item.Value}' says within: {item.Within ?? "nothing"}, which '{choose.Within}' never is.");
        foreach (var item in upper.Options.Items.Where(item => !choose.Options.Items.Any(part => string.Equals(part.Within, item.Value, StringComparison.Ordinal))))
            yield return flow.Defect("empty-part", choose.Line, $"Within '{item.Value}' there is nothing to choose.");
    }
}
