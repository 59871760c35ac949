using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>The texts that a fund will show or send, with the line that asks for each.</summary>
internal static class NeededTexts
{
    public static IEnumerable<(string Key, string File, int Line)> In(FundDraft fund) =>
    [
        .. CommonTexts.Placeholders.Keys.Select(key => (key, "fund.yaml", 1)),
        .. fund.Menu.Select(item => (CommonTexts.Title(item.Text), "fund.yaml", item.Line)),
        .. fund.Contract.Messages.SelectMany(message => MessageTexts.Of(message.Key, message.Value)).Select(key => (key, "fund.yaml", 1)),
        .. from flow in fund.Flows
           from state in flow.States
           from text in OfState(fund, flow.Name, state)
           select (text.Key, flow.File, text.Line),
    ];

    /// <summary>The texts of options that are written in the flow itself: those of a list stand beside their values.</summary>
    public static IEnumerable<string> Options(FundDraft fund, string flow, State state)
    {
        var options = state switch
        {
            State.Choose choose when !fund.Parts.Lists.ContainsValue(choose.Options) => choose.Options.Items,
            State.Review review => review.Words.Items,
            _ => [],
        };
        return options.Select(option => CommonTexts.OptionOf(flow, state.Name, option.Value));
    }

    private static IEnumerable<(string Key, int Line)> OfState(FundDraft fund, string flow, State state) =>
    [
        .. ShownBy(flow, state).Concat(Options(fund, flow, state)).Select(key => (key, state.Line)),
        .. MessageTexts.SentBy(state) is { } sent ? MessageTexts.Of(sent.Template, sent.Kinds).Select(key => (key, sent.Line)) : [],
    ];

    private static ImmutableArray<string> ShownBy(string flow, State state) => state switch
    {
        State.Ask ask =>
        [
            CommonTexts.Ask(flow, ask.Name),
            CommonTexts.Label(flow, ask.Name),
            CommonTexts.HelpOn(flow, ask.Name),
            CommonTexts.Example(ask.Type.Name),
            .. ask.Type.FailureCodes.Select(CommonTexts.Failure),
        ],
        State.Attach attach => [CommonTexts.Ask(flow, state.Name), CommonTexts.Label(flow, state.Name), CommonTexts.HelpOn(flow, state.Name), CommonTexts.Paper(attach.Paper)],
        State.Collects => [CommonTexts.Ask(flow, state.Name), CommonTexts.Label(flow, state.Name), CommonTexts.HelpOn(flow, state.Name)],
        State.Review => [CommonTexts.Ask(flow, state.Name), CommonTexts.HelpOn(flow, state.Name)],
        State.Tell or State.End { Exit: null } => [CommonTexts.Say(flow, state.Name)],
        _ => [],
    };
}
