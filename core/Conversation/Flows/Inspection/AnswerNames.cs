using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>The names of all answers that a fund's flows collect or its actions bring along.</summary>
internal static class AnswerNames
{
    public static ImmutableHashSet<string> In(FundDraft fund) =>
    [
        .. fund.Flows.SelectMany(flow => flow.States).SelectMany(Collected),
        .. fund.Contract.Actions.SelectMany(action => action.Adds.Values).SelectMany(names => names),
    ];

    private static IEnumerable<string> Collected(State state) => state switch
    {
        State.Collects collects => [collects.As],
        State.Review review => [review.As],
        State.Do call => [call.Name],
        _ => [],
    };
}
