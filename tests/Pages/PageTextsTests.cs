using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Pages;

namespace ChatChannels.Tests.Pages;

public sealed class PageTextsTests
{
    [Fact]
    public void Texts_OfEveryFundAndLanguage_AreThereWithKnownPlaceholders()
    {
        var wrong =
            from fund in PagesHost.Funds.All
            from language in fund.Languages
            from key in PageTexts.Placeholders
            let defect = Defect(fund, language, key.Key, key.Value)
            where defect is not null
            select $"{fund.Id} {language}: {key.Key} {defect}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Texts_UnderPages_AreAllShownSomewhere()
    {
        var stray = PagesHost.Funds.All
            .SelectMany(fund => fund.Texts.Keys(fund.Languages[0]))
            .Where(key => key.StartsWith("pages.", StringComparison.Ordinal))
            .Except(PageTexts.Placeholders.Keys, StringComparer.Ordinal);

        // The words of trouble are those of every channel; only its title is the pages' own.
        Assert.Empty(stray);
    }

    private static string? Defect(Fund fund, Language language, string key, IReadOnlyCollection<string> allowed)
    {
        if (!fund.Texts.TryFind(language, key, out var text))
            return "is missing";
        var unknown = text.Placeholders.Except(allowed, StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? null : $"shows {string.Join(", ", unknown)}";
    }
}
