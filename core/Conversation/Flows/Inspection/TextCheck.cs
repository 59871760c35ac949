using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>Every text that can be shown exists in every language of the fund, with the same placeholders, and no text is for nothing.</summary>
internal static class TextCheck
{
    public static IEnumerable<Defect> Find(FundDraft fund)
    {
        var needed = NeededTexts.In(fund).DistinctBy(text => text.Key, StringComparer.Ordinal).ToList();
        var keys = needed.Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        var first = fund.Parts.Languages[0];
        return
        [
            .. from text in needed
               from language in fund.Parts.Languages
               where !fund.Parts.HasText(language, text.Key)
               select new Defect("missing-text", text.File, text.Line, $"texts/{language}.yaml lacks '{text.Key}'."),
            .. fund.Parts.Languages.Skip(1).SelectMany(language => Unmatched(fund, keys, first, language)),
            .. fund.Parts.Languages.Skip(1).SelectMany(language => Unmatched(fund, keys, language, first)),
            .. fund.Parts.Languages.Skip(1).SelectMany(language => Different(fund, first, language)),
            .. Stray(fund, keys),
        ];
    }

    /// <summary>A text that need not be, such as a help, and yet is in one language only.</summary>
    private static IEnumerable<Defect> Unmatched(FundDraft fund, HashSet<string> needed, Language there, Language missing) =>
        from text in fund.Parts.Texts[there]
        where !needed.Contains(text.Key) && !KnownFigures.IsForm(text.Key) && !fund.Parts.HasText(missing, text.Key)
        select new Defect("missing-text", text.Value.File, text.Value.Line, $"'{text.Key}' is here, but texts/{missing}.yaml lacks it.");

    /// <summary>A translation with other placeholders than the fund's first language.</summary>
    private static IEnumerable<Defect> Different(FundDraft fund, Language first, Language language) =>
        from text in fund.Parts.Texts[language]
        where !KnownFigures.IsForm(text.Key)
            && fund.Parts.Texts[first].TryGetValue(text.Key, out var original)
            && !original.Template.Placeholders.SetEquals(text.Value.Template.Placeholders)
        select new Defect("placeholders-differ", text.Value.File, text.Value.Line, $"'{text.Key}' has other placeholders than in '{first}'.");

    /// <summary>
    /// A text under a flow's name that nothing shows: a slip of the pen, or left over. Common texts are for the common flow, which a
    /// fund may have replaced by its own.
    /// </summary>
    private static IEnumerable<Defect> Stray(FundDraft fund, HashSet<string> needed)
    {
        var optional = fund.Flows
            .SelectMany(flow => flow.States
                .Where(state => state is State.Tell)
                .Select(state => CommonTexts.HelpOn(flow.Name, state.Name))
                .Append(CommonTexts.Title(flow.Name))
                .Append(CommonTexts.Words(flow.Name)))
            .ToHashSet(StringComparer.Ordinal);
        var flows = fund.Flows.ToLookup(flow => flow.Name, flow => IsCommon(flow.File), StringComparer.Ordinal);
        return
            from text in fund.Parts.Texts[fund.Parts.Languages[0]]
            let key = TextCatalogue.PlainKey(text.Key)
            where flows[key.Split('.')[0]].Any(isCommon => isCommon || !IsCommon(text.Value.File))
            where !needed.Contains(key) && !optional.Contains(key)
            select new Defect("stray-text", text.Value.File, text.Value.Line, $"'{text.Key}' is shown by no state.");
    }

    private static bool IsCommon(string file) => file.StartsWith(FundFiles.ToCommon, StringComparison.Ordinal);
}
