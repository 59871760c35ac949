using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>No state gives, under its own name or by what it collects, an answer that proves something: only service actions do.</summary>
internal static class ReservedCheck
{
    public static IEnumerable<Defect> Find(FlowDraft flow) =>
        from state in flow.States
        from name in Given(state)
        where ProofAnswers.All.Contains(name, StringComparer.Ordinal)
        select flow.Defect("reserved-answer", state.Line, $"'{name}' says who the person is and how far that is proven; no state may give it. Choose another name.");

    private static IEnumerable<string> Given(State state) => state switch
    {
        State.Collects collects => [collects.As],
        State.Review review => [review.As],
        State.Do or State.Call => [state.Name],
        _ => [],
    };
}
