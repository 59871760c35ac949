using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Pages.Cases;
using ChatChannels.Runtime.Web;
using ChatChannels.Pages.Requests;
using ChatChannels.Services.Cases;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>Everything a case holds, and only below it the question whether that is right (CNPS-13 to CNPS-16).</summary>
internal static class CaseView
{
    /// <summary>The page of an opened case.</summary>
    /// <param name="mark">Tells the data that are shown from others.</param>
    /// <param name="problemKey">What was wrong with the decision, if one was sent.</param>
    public static Page Of(OpenedCase opened, string mark, string? problemKey = null)
    {
        var words = opened.Words;
        var sheet = ReviewSheet.Of(words.Fund, opened.Case.Kind);
        var problem = problemKey is null ? null : words[problemKey];
        var main = Html.Of(
            $"""
            {Parts.Problem(words, CaseForm.DecisionField, problem)}<h1>{words[PageTexts.CaseTitle]}</h1>
            <dl>{Parts.Number(words, opened.Case.Number)}{Parts.Line(words[PageTexts.CaseStateLabel], Parts.Isolated(words[PageTexts.NameOf(opened.Case.State)]))}{Parts.Awaited(opened)}</dl>
            <h2>{words[PageTexts.Data]}</h2><dl class="data">{Lines(opened, sheet)}</dl>
            {(opened.Case.IsOpen && sheet is not null ? Question(opened, sheet, mark, problem) : Frozen(opened))}
            {Parts.Onward(opened.Links.Receipt, opened.Code, words[PageTexts.ReceiptOpen])}
            """);
        var title = problem is null ? words[PageTexts.CaseTitle] : $"{words[PageTexts.Problem]} : {words[PageTexts.CaseTitle]}";
        return new Page(problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, title, main)
        {
            Door = Links.Cases,
            Code = opened.Code,
        };
    }

    private static Html Lines(OpenedCase opened, ReviewSheet? sheet) => Html.All(
        (sheet?.Lines(opened.Words, opened.Case.Answers) ?? []).Select(line => Parts.Line(line.Label, Parts.Isolated(line.Value))));

    private static Html Question(OpenedCase opened, ReviewSheet sheet, string mark, string? problem)
    {
        var words = opened.Words;
        var described = problem is null ? "decision-hint" : "decision-error decision-hint";
        return Html.Of(
            $"""
            <p>{words.Fill(PageTexts.ByPhone, opened.FiledOn)}</p>
            <form method="post" action="{opened.Links.Decision}" class="question">{Parts.Hidden(CaseForm.CodeField, opened.Code)}{Parts.Hidden(CaseForm.MarkField, mark)}
            <label for="decision">{words[PageTexts.Decision]}</label>
            <p class="hint" id="decision-hint">{words[CommonTexts.Ask(sheet.Flow.Name, sheet.Review.Name)]}</p>{Parts.Invalid(CaseForm.DecisionField, problem)}
            <select id="decision" name="decision" aria-describedby="{described}"{Parts.Wrong(problem)}><option value="">{words[PageTexts.Choose]}</option>{Options(words, sheet.Review.Words)}</select>
            <button>{words[PageTexts.Send]}</button></form>
            """);
    }

    private static Html Options(Words words, ChoiceList choices) => Html.All(
        choices.Items.Select(item => Html.Of($"""<option value="{item.Value}">{item.LabelIn(words.Language)}</option>""")));

    private static Html Frozen(OpenedCase opened)
    {
        var words = opened.Words;
        var next = words.Fill(PageTexts.NextAfter(opened.Case.State), opened.FiledOn);
        var processed = opened.Case.State is CaseState.Lapsed ? Html.Nothing : Html.Of($"<p><strong>{words[PageTexts.Frozen]}</strong></p>");
        return Html.Of($"""<div class="aside">{processed}<p>{next}</p></div>""");
    }
}
