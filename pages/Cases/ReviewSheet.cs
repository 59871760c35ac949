using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Pages.Cases;

/// <summary>The flow in which a case is looked through, and its review: what a page shows of the case, in which words (CNPS-15).</summary>
internal sealed record ReviewSheet(Flow Flow, State.Review Review)
{
    /// <summary>The review that a service leads to, in its own flow or in one that it calls; null for a service without one.</summary>
    public static ReviewSheet? Of(Fund fund, string service) => Find(fund, service, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Every answer on the path, in the order of the questions: its label and what was answered.</summary>
    public IEnumerable<(string Label, string Value)> Lines(Words words, AnswerSheet answers) => FlowPath.Reviewed(Flow, answers)
        .Select(state => (words[CommonTexts.Label(Flow.Name, state.Name)], words.Show(state.As, answers)));

    /// <summary>Some of the answers that were given.</summary>
    public IEnumerable<(string Label, string Value)> Lines(Words words, AnswerSheet answers, ImmutableArray<string> names) =>
        from name in names
        where answers.Has(name)
        from state in Flow.States.OfType<State.Collects>()
        where string.Equals(state.As, name, StringComparison.Ordinal)
        select (words[CommonTexts.Label(Flow.Name, state.Name)], words.Show(name, answers));

    private static ReviewSheet? Find(Fund fund, string name, HashSet<string> seen)
    {
        if (!seen.Add(name))
            return null;
        var flow = fund.Newest(name);
        return flow.States.OfType<State.Review>().FirstOrDefault() is { } review
            ? new ReviewSheet(flow, review)
            : flow.States.OfType<State.Call>().Select(call => Find(fund, call.Flow, seen)).FirstOrDefault(found => found is not null);
    }
}
