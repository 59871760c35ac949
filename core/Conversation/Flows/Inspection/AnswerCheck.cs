using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Answers are collected before they are read, mean one thing, and have values that exist.</summary>
internal static class AnswerCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund, FlowDraft flow) =>
    [
        .. flow.Arrows.SelectMany(way => Condition(fund, flow, way.When, way.Line)),
        .. flow.States.OfType<State.Collects>().SelectMany(state => Derivations(fund, flow, state)),
        .. flow.States.OfType<State.Collects>().SelectMany(state => Clash(fund, flow, state)),
        .. flow.States.SelectMany(state => state.Forget.SelectMany(name => Known(fund, flow, name, state.Line))),
    ];

    private static IEnumerable<Defect> Condition(FundDraft fund, FlowDraft flow, Condition condition, int line) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(part => Condition(fund, flow, part, line)),
        Condition.Not not => Condition(fund, flow, not.Inner, line),
        Condition.OneOf oneOf => [.. Known(fund, flow, oneOf.Answer, line), .. Values(fund, flow, oneOf, line)],
        _ => condition.Reads.SelectMany(name => Known(fund, flow, name, line)),
    };

    private static IEnumerable<Defect> Known(FundDraft fund, FlowDraft flow, string name, int line)
    {
        if (!AnswerNames.In(fund).Contains(name))
            yield return flow.Defect("unknown-answer", line, $"No state collects an answer '{name}'.");
    }

    private static IEnumerable<Defect> Values(FundDraft fund, FlowDraft flow, Condition.OneOf oneOf, int line)
    {
        var choices = fund.Flows.SelectMany(any => any.States).OfType<State.Collects>()
            .Where(state => state is State.Choose or State.Attach && string.Equals(state.As, oneOf.Answer, StringComparison.Ordinal))
            .ToList();
        return choices.Count == 0
            ? []
            : oneOf.Values
                .Where(value => !choices.Exists(choice => Accepts(choice, value, fund)))
                .Select(value => flow.Defect("unknown-value", line, $"'{oneOf.Answer}' is never '{value}'."));
    }

    private static IEnumerable<Defect> Derivations(FundDraft fund, FlowDraft flow, State.Collects state)
    {
        foreach (var derivation in state.Derive)
        {
            foreach (var defect in Condition(fund, flow, derivation.When, derivation.Line))
                yield return defect;
            if (derivation.Source is DerivationSource.Answer from)
                foreach (var defect in Known(fund, flow, from.Name, derivation.Line))
                    yield return defect;
            if (derivation.Source is DerivationSource.Literal literal && !Accepts(state, literal.Value, fund))
                yield return flow.Defect("derived-value", derivation.Line, $"'{literal.Value}' is not an answer that '{state.Name}' accepts.");
        }
    }

    private static bool Accepts(State.Collects state, string value, FundDraft fund) => state switch
    {
        State.Choose choose => choose.Options.TryFind(value, out _),
        State.Attach attach => attach.Values.Contains(value, StringComparer.Ordinal),
        State.Ask ask => ask.Type.CheckSettings(ask.Settings).Count > 0 || ask.Type.Read(value, ask.Settings, Context(fund)) is AnswerReading.Accepted,
        _ => false,
    };

    /// <summary>Any day does: a fixed value that were only an answer on some days would be refused on others.</summary>
    private static AnswerContext Context(FundDraft fund) => new(new DateOnly(2026, 1, 1), fund.Parts.Languages[0], fund.Country.Text, "");

    /// <summary>One name, one kind of answer, in all flows of a fund.</summary>
    private static IEnumerable<Defect> Clash(FundDraft fund, FlowDraft flow, State.Collects state)
    {
        var kind = KindOf(state);
        var other = fund.Flows.SelectMany(any => any.States).OfType<State.Collects>()
            .FirstOrDefault(any => string.Equals(any.As, state.As, StringComparison.Ordinal));
        if (other is not null && !string.Equals(KindOf(other), kind, StringComparison.Ordinal))
            yield return flow.Defect("answer-clash", state.Line, $"The answer '{state.As}' is a {kind} here and a {KindOf(other)} elsewhere.");
    }

    private static string KindOf(State.Collects state) => state switch
    {
        State.Ask ask => ask.Type.Name,
        State.Attach attach => attach.Paper,
        _ => "choice",
    };
}
