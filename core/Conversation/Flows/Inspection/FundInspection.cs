using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Everything that can be proven about a fund's content before anybody dials.</summary>
internal static class FundInspection
{
    public static ImmutableArray<Defect> Inspect(FundDraft fund)
    {
        var assignment = Assignment.Of(fund);
        return
        [
            .. FundCheck.Find(fund),
            .. TextCheck.Find(fund),
            .. PlaceholderCheck.Find(fund, assignment),
            .. fund.Flows.SelectMany(flow => Inspect(fund, flow, assignment)),
        ];
    }

    private static IEnumerable<Defect> Inspect(FundDraft fund, FlowDraft flow, Assignment assignment) =>
    [
        .. ArrowCheck.Find(fund, flow),
        .. ReachCheck.Find(fund, flow, assignment),
        .. AnswerCheck.Find(fund, flow, assignment),
        .. KeyCheck.Find(flow),
        .. ProofCheck.Find(fund, flow),
        .. CarryOverCheck.Find(fund, flow),
    ];
}
