using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Every placeholder is filled on every path that shows its text.</summary>
internal static class PlaceholderCheck
{
    private static readonly ImmutableArray<string> Everywhere = ["service-code", "fund"];

    public static IEnumerable<Defect> Find(FundDraft fund, Assignment assignment) =>
    [
        .. fund.Flows.SelectMany(flow => flow.States.SelectMany(state => OfState(fund, flow, state, assignment))),
        .. fund.Menu.SelectMany(item => Unfilled(fund, CommonTexts.Title(item.Text), Everywhere)),
        .. CommonTexts.Placeholders.SelectMany(text => Unfilled(fund, text.Key, text.Value)),
        .. fund.Contract.Messages.SelectMany(message => MessageTexts.All(message.Key).SelectMany(key => Unfilled(
            fund,
            key,
            [.. ServiceContract.EveryMessage, .. fund.Contract.MessageValues.GetValueOrDefault(message.Key, [])]))),
        .. Examples(fund),
    ];

    private static IEnumerable<Defect> OfState(FundDraft fund, FlowDraft flow, State state, Assignment assignment)
    {
        if (assignment.At(flow, state) is not { } there)
            return [];
        ImmutableArray<string> shown = [.. there, .. Told(fund, there), .. Everywhere];
        return
        [
            .. Unfilled(fund, CommonTexts.Ask(flow.Name, state.Name), shown),
            .. Unfilled(fund, CommonTexts.Say(flow.Name, state.Name), shown),
            .. Unfilled(fund, CommonTexts.Label(flow.Name, state.Name), []),
            .. Unfilled(fund, CommonTexts.HelpOn(flow.Name, state.Name), Everywhere),
            .. NeededTexts.Options(fund, flow.Name, state).SelectMany(key => Unfilled(fund, key, [])),
            .. MessageTexts.SentBy(state) is { } sent
                ? MessageTexts.All(sent.Template).SelectMany(key => Unfilled(fund, key, [.. there, .. Told(fund, there), .. ServiceContract.EveryMessage]))
                : [],
        ];
    }

    /// <summary>What lists tell of options that were chosen, where they tell it of each: <c>profession.documents</c>.</summary>
    private static IEnumerable<string> Told(FundDraft fund, ImmutableHashSet<string> there) =>
        from choose in fund.Flows.SelectMany(flow => flow.States).OfType<State.Choose>().DistinctBy(choose => choose.As, StringComparer.Ordinal)
        where there.Contains(choose.As)
        from text in choose.Options.Items[0].Texts.Keys
        where choose.Options.Items.All(item => item.Texts.ContainsKey(text))
        select $"{choose.As}.{text}";

    private static IEnumerable<Defect> Examples(FundDraft fund) => fund.Flows
        .SelectMany(flow => flow.States)
        .OfType<State.Ask>()
        .DistinctBy(ask => ask.Type.Name, StringComparer.Ordinal)
        .SelectMany(ask => Unfilled(fund, CommonTexts.Example(ask.Type.Name), [CommonTexts.ExampleValue]));

    private static IEnumerable<Defect> Unfilled(FundDraft fund, string plainKey, ImmutableArray<string> values) =>
        from language in fund.Parts.Languages
        from key in (string[])[plainKey, TextCatalogue.ChatKey(plainKey)]
        where fund.Parts.HasText(language, key)
        let text = fund.Parts.Texts[language][key]
        from placeholder in text.Template.Placeholders
        where !values.Contains(placeholder, StringComparer.Ordinal)
        select new Defect("unfilled-placeholder", text.File, text.Line, $"'{key}' shows {{{placeholder}}}, which is not known on every path to it.");
}
