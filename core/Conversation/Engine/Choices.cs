using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Engine;

/// <summary>The options of a choosing state, narrowed by what was typed where the list is searched.</summary>
internal static class Choices
{
    /// <summary>How many of a searchable list are offered before anything is typed, and at most after.</summary>
    private const int Unfiltered = 5;
    private const int Filtered = 20;

    public static ImmutableArray<Option> Of(StepBuilder step, State.Choose choose) =>
        Choosing.Number(Items(step, choose).Select(item => (item.Value, item.LabelIn(step.Session.Language))));

    /// <summary>Narrows the list to the labels that the typed text begins, or begins a word of. A mistyped number leaves the list as it stands.</summary>
    /// <returns>Whether anything is left.</returns>
    public static bool Search(StepBuilder step, State.Choose choose, string typed)
    {
        var found = Matching(step, choose, typed).Any();
        if (found || !Choosing.IsNumber(typed, out _))
            step.Change(session => session with { Filter = found ? typed : null });
        return found;
    }

    private static IEnumerable<ChoiceItem> Items(StepBuilder step, State.Choose choose)
    {
        var items = choose.Among(step.Session.Answers);
        if (!choose.Search)
            return items;
        return step.Session.Filter is { } filter ? Matching(step, choose, filter).Take(Filtered) : items.Take(Unfiltered);
    }

    private static IEnumerable<ChoiceItem> Matching(StepBuilder step, State.Choose choose, string typed)
    {
        var wanted = Folding.ForMatching(typed);
        return wanted.Length == 0 ? [] : choose.Among(step.Session.Answers)
            .Select(item => (Item: item, Label: Folding.ForMatching(item.LabelIn(step.Session.Language))))
            .Where(item => item.Label.StartsWith(wanted, StringComparison.Ordinal) || item.Label.Contains(' ' + wanted, StringComparison.Ordinal))
            .OrderByDescending(item => item.Label.StartsWith(wanted, StringComparison.Ordinal))
            .Select(item => item.Item);
    }
}
