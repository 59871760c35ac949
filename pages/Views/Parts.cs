using ChatChannels.Runtime.Web;
using ChatChannels.Pages.Requests;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;

namespace ChatChannels.Pages.Views;

/// <summary>Pieces that several pages are made of.</summary>
internal static class Parts
{
    /// <summary>The summary of an error, which leads to the field that it is about.</summary>
    public static Html Problem(Words words, string field, string? problem) => problem is null
        ? Html.Nothing
        : Html.Of($"""<div class="problem" role="alert"><h2>{words[PageTexts.Problem]}</h2><p><a href="#{field}">{problem}</a></p></div>""");

    /// <summary>What a field says of itself when it is wrong.</summary>
    public static Html Invalid(string field, string? problem) => problem is null
        ? Html.Nothing
        : Html.Of($"""<p class="error" id="{field}-error">{problem}</p>""");

    /// <summary>The attribute of a field that is wrong.</summary>
    public static Html Wrong(string? problem) => problem is null ? Html.Nothing : new Html(" aria-invalid=\"true\"");

    public static Html Hidden(string name, string value) => Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    public static Html Line(string label, Html value) => Html.Of($"<div><dt>{label}</dt><dd>{value}</dd></div>");

    /// <summary>What an open case waits for.</summary>
    public static Html Awaited(OpenedCase opened) => opened.Case is { IsOpen: true, Awaits: { IsEmpty: false } awaits }
        ? Line(opened.Words[PageTexts.Awaited], Isolated(Papers.Words(opened.Words.Fund, opened.Words.Language, awaits)))
        : Html.Nothing;

    /// <summary>Text of unknown direction: an Arabic name in a French page, or the reverse.</summary>
    public static Html Isolated(string text) => Html.Of($"<bdi>{text}</bdi>");

    /// <summary>Digits, in their order whatever stands around them.</summary>
    public static Html Digits(string digits) => Html.Of($"""<bdi class="digits" dir="ltr">{digits}</bdi>""");

    /// <summary><c>1234 5678</c>: groups of four, the last of up to four.</summary>
    public static string InFours(string digits) => string.Join(' ', digits.Chunk(4).Select(group => new string(group)));

    /// <summary>A button that opens another page of the case with the code that was given already.</summary>
    public static Html Onward(string link, string code, string words) => Html.Of(
        $"""<form method="post" action="{link}" class="onward">{Hidden(CaseForm.CodeField, code)}<button>{words}</button></form>""");

    public static Html Number(Words words, CaseNumber number) => Line(words[PageTexts.CaseNumber], Digits(number.Digits));
}
