using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Web;

namespace ChatChannels.Pages.Views;

/// <summary>What stands around every page: the fund's name, the languages, and a warning against fraud (CH-17).</summary>
internal static class Frame
{
    public static Html Around(Page page, Visit visit)
    {
        var words = visit.Words;
        return Html.Of(
            $"""
            <!doctype html>
            <html lang="{words.Language.Code}" dir="{(words.Language.IsRightToLeft ? "rtl" : "ltr")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{page.Title}{(words.IsNamed ? $" - {words[CommonTexts.FundShort]}" : "")}</title>
            <link rel="stylesheet" href="{PageFiles.Style.Link(visit.Links.Base)}"><script defer src="{PageFiles.Print.Link(visit.Links.Base)}"></script></head>
            <body>{Languages(page, visit)}
            <header>{(page.IsDocument ? State(words) : Html.Nothing)}{(words.IsNamed ? Html.Of($"""<p class="fund">{words[CommonTexts.FundName]}</p>""") : Html.Nothing)}</header>
            <main>{page.Main}</main>
            <footer><p>{words[PageTexts.KeepSecret]}</p></footer></body>
            </html>
            """);
    }

    /// <summary>A column for each language of the state: its name over its motto.</summary>
    private static Html State(Words words) => Html.Of($"""<div class="state">{Html.All(
        words.Lines(PageTexts.State).Zip(words.Lines(PageTexts.Motto), (state, motto) => Html.Of($"<p><bdi>{state}</bdi> <small><bdi>{motto}</bdi></small></p>")))}</div>""");

    private static Html Languages(Page page, Visit visit)
    {
        if (page.Door is null || visit.Words.Fund.Languages.Length < 2)
            return Html.Nothing;
        var languages = Html.All(visit.Words.Fund.Languages.Select(language => Switch(page, visit, language)));
        var label = visit.Words[PageTexts.Languages];
        return page.Code is null
            ? Html.Of($"""<nav aria-label="{label}">{languages}</nav>""")
            : Html.Of($"""<nav aria-label="{label}"><form method="post">{Parts.Hidden(Requests.CaseForm.CodeField, page.Code)}{languages}</form></nav>""");
    }

    private static Html Switch(Page page, Visit visit, Language language)
    {
        var name = visit.Words.Fund.Texts.Plain(language, CommonTexts.LanguageName);
        var link = (visit.Links with { Language = language }).Of(page.Door!);
        if (language == visit.Words.Language)
            return Html.Of($"""<strong aria-current="true">{name}</strong>""");
        return page.Code is null
            ? Html.Of($"""<a href="{link}" lang="{language.Code}" hreflang="{language.Code}">{name}</a>""")
            : Html.Of($"""<button formaction="{link}" lang="{language.Code}">{name}</button>""");
    }
}
