using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>
/// Everything that can be proven about a fund's content before anybody dials. What holds along paths is only judged once every arrow
/// leads somewhere: on a broken map each state behind the break would seem unreachable.
/// </summary>
internal static class FundInspection
{
    /// <summary>Every defect of a fund.</summary>
    /// <param name="gaps">The files of which something could not be read.</param>
    public static ImmutableArray<Defect> Inspect(FundDraft fund, ImmutableHashSet<string> gaps) =>
        gaps.IsEmpty ? Inspect(fund) : Around(fund, gaps);

    /// <summary>What can be said of the files that were read whole, whatever stands in the others.</summary>
    private static ImmutableArray<Defect> Around(FundDraft fund, ImmutableHashSet<string> gaps)
    {
        var whole = fund.Flows.Where(flow => !gaps.Contains(flow.File)).ToList();
        var textsAreWhole = !gaps.Any(file => file is FundCheck.File || file.Contains("texts/", StringComparison.Ordinal));
        return
        [
            .. gaps.Contains(FundCheck.File) ? [] : FundCheck.Find(fund),
            .. textsAreWhole ? TextCheck.Find(fund).Where(defect => defect.Kind is not "stray-text") : [],
            .. whole.SelectMany(flow => ArrowCheck.Find(fund, flow)).Where(defect => defect.Kind is not "unknown-flow"),
            .. fund.Flows.SelectMany(KeyCheck.Find),
        ];
    }

    private static ImmutableArray<Defect> Inspect(FundDraft fund)
    {
        ImmutableArray<Defect> arrows = [.. FundCheck.Menu(fund), .. FundCheck.Versions(fund), .. fund.Flows.SelectMany(flow => ArrowCheck.Find(fund, flow))];
        return
        [
            .. arrows,
            .. FundCheck.Find(fund),
            .. TextCheck.Find(fund),
            .. fund.Flows.SelectMany(flow => OfFlow(fund, flow)),
            .. arrows.IsEmpty ? AlongPaths(fund) : [],
        ];
    }

    private static IEnumerable<Defect> OfFlow(FundDraft fund, FlowDraft flow) =>
    [
        .. AnswerCheck.Find(fund, flow),
        .. KeyCheck.Find(flow),
        .. ReservedCheck.Find(flow),
        .. SettingCheck.Find(fund, flow),
        .. PartCheck.Find(fund, flow),
        .. ProofCheck.Find(fund, flow),
        .. CarryOverCheck.Find(fund, flow),
    ];

    private static IEnumerable<Defect> AlongPaths(FundDraft fund)
    {
        var assignment = Assignment.Of(fund);
        return
        [
            .. fund.Flows.SelectMany(flow => ReachCheck.Find(fund, flow, assignment)),
            .. fund.Flows.SelectMany(flow => NeedCheck.Find(fund, flow, assignment)),
            .. PlaceholderCheck.Find(fund, assignment),
            .. DisclosureCheck.Find(fund),
        ];
    }
}
