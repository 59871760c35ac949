using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Every text that can be shown exists in every language of the fund, with the same placeholders, and no text is for nothing.</summary>
internal static class TextCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund) => [.. Missing(fund), .. Different(fund), .. Stray(fund)];

    private static IEnumerable<Defect> Missing(FundDraft fund) =>
        from text in Required(fund).DistinctBy(text => text.Key, StringComparer.Ordinal)
        from language in fund.Parts.Languages.Distinct()
        where !fund.Parts.HasText(language, text.Key)
        select new Defect("missing-text", text.File, text.Line, $"texts/{language}.yaml lacks '{text.Key}'.");

    private static IEnumerable<(string Key, string File, int Line)> Required(FundDraft fund)
    {
        foreach (var key in CommonTexts.Placeholders.Keys)
            yield return (key, "fund.yaml", 1);
        foreach (var item in fund.Menu)
            yield return (CommonTexts.Title(item.Text), "fund.yaml", item.Line);
        foreach (var key in fund.Contract.Messages.SelectMany(message => OfMessage(message.Key, message.Value)))
            yield return (key, "fund.yaml", 1);
        foreach (var flow in fund.Flows)
            foreach (var state in flow.States)
                foreach (var key in OfState(flow.Name, state))
                    yield return (key, flow.File, state.Line);
    }

    private static IEnumerable<string> OfState(string flow, State state) => state switch
    {
        State.Ask ask =>
        [
            CommonTexts.Ask(flow, ask.Name),
            CommonTexts.Label(flow, ask.Name),
            CommonTexts.Example(ask.Type.Name),
            .. ask.Type.FailureCodes.Select(CommonTexts.Failure),
        ],
        State.Collects collects => [CommonTexts.Ask(flow, collects.Name), CommonTexts.Label(flow, collects.Name)],
        State.Review review => [CommonTexts.Ask(flow, review.Name)],
        State.Tell tell => [CommonTexts.Say(flow, tell.Name), .. OfNotification(tell.Notify)],
        State.End end => [.. end.Exit is null ? [CommonTexts.Say(flow, end.Name)] : Array.Empty<string>(), .. OfNotification(end.Notify)],
        _ => [],
    };

    private static IEnumerable<string> OfNotification(Notification? notification) =>
        notification is null ? [] : OfMessage(notification.Template, notification.Kinds);

    private static IEnumerable<string> OfMessage(string message, IEnumerable<Channel> kinds) => kinds.SelectMany(kind => kind == Channel.Email
        ? new[] { CommonTexts.EmailSubject(message), CommonTexts.EmailBody(message) }
        : [CommonTexts.Sms(message)]);

    /// <summary>A translation with other placeholders than the fund's first language.</summary>
    private static IEnumerable<Defect> Different(FundDraft fund)
    {
        var first = fund.Parts.Languages.FirstOrDefault();
        foreach (var language in fund.Parts.Languages.Distinct().Where(language => language != first))
        {
            foreach (var (key, text) in fund.Parts.Texts[language])
            {
                if (!fund.Parts.Texts[first].TryGetValue(key, out var original))
                    yield return new Defect("missing-text", text.File, text.Line, $"'{key}' is here, but texts/{first}.yaml lacks it.");
                else if (!original.Template.Placeholders.ToHashSet(StringComparer.Ordinal).SetEquals(text.Template.Placeholders))
                    yield return new Defect("placeholders-differ", text.File, text.Line, $"'{key}' has other placeholders than in '{first}'.");
            }
        }
    }

    /// <summary>A text under a flow's name that no state of it shows: a slip of the pen, or left over.</summary>
    private static IEnumerable<Defect> Stray(FundDraft fund)
    {
        var flows = fund.Flows.ToLookup(flow => flow.Name, StringComparer.Ordinal);
        foreach (var (key, text) in fund.Parts.Languages.Take(1).SelectMany(first => fund.Parts.Texts[first]))
        {
            if (key.Split('.') is [var flow, var state, _, ..] && flows.Contains(flow) && !flows[flow].Any(version => version.ByName.ContainsKey(state)))
                yield return new Defect("stray-text", text.File, text.Line, $"'{key}' is shown by no state.");
        }
    }
}
