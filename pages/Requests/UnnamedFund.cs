using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Pages.Requests;

/// <summary>Where it is not known which fund a page is of: the languages of the fund that has the most, in the words that most funds use.</summary>
internal static class UnnamedFund
{
    private const string PagePrefix = "pages.";

    public static Fund Of(IReadOnlyCollection<Fund> funds)
    {
        var widest = funds.MaxBy(fund => fund.Languages.Length)!;
        return widest with
        {
            Texts = new TextCatalogue(widest.Languages.Select(language => KeyValuePair.Create(
                language,
                widest.Texts.Keys(language).Select(key => KeyValuePair.Create(key, Usual(funds, language, key) ?? widest.Texts[language, key]))))),
        };
    }

    /// <summary>A text of the pages as most funds have it; null for texts with values, and those of elsewhere.</summary>
    private static TextTemplate? Usual(IReadOnlyCollection<Fund> funds, Language language, string key) => !key.StartsWith(PagePrefix, StringComparison.Ordinal)
        ? null
        : funds.Select(fund => fund.Texts.TryFind(language, key, out var text) ? text : null)
            .OfType<TextTemplate>()
            .Where(text => text.Placeholders.IsEmpty)
            .GroupBy(text => text.Fill(ImmutableDictionary<string, string>.Empty), StringComparer.Ordinal)
            .MaxBy(same => same.Count())?.First();
}
