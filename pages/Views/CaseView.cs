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
    /// <param name="doneKey">What was done just before, if anything.</param>
    public static Page Of(OpenedCase opened, string mark, string? problemKey = null, string? doneKey = null)
    {
        var words = opened.Words;
        var sheet = ReviewSheet.Of(words.Fund, opened.Case.Kind);
        var problem = problemKey is null ? null : words[problemKey];
        var main = Html.Of(
            $"""
            {Parts.Problem(words, CaseForm.DecisionField, problem)}<h1>{words[PageTexts.CaseTitle]}</h1>
            {(doneKey is null ? Html.Nothing : Html.Of($"""<p role="status"><strong>{words[doneKey]}</strong></p>"""))}<dl>{Parts.Number(words, opened.Case.Number)}{Parts.Line(words[PageTexts.CaseStateLabel], Parts.Isolated(words[PageTexts.NameOf(opened.Case.State)]))}{Parts.Awaited(opened)}</dl>
            <h2>{words[PageTexts.Data]}</h2>{(opened.Case.IsOpen && sheet is not null ? Changeable(opened, sheet, mark) : Html.Of($"""<dl class="data">{Lines(opened, sheet)}</dl>"""))}
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

    /// <summary>Every line with a button that asks it again; lines are counted as the flow of the review counts them.</summary>
    private static Html Changeable(OpenedCase opened, ReviewSheet sheet, string mark)
    {
        var words = opened.Words;
        var lines = Html.All(sheet.Lines(words, opened.Case.Answers).Select((line, i) => Html.Of(
            $"""<div><dt>{line.Label}</dt><dd>{Parts.Isolated(line.Value)}</dd><dd class="edit"><button name="{CaseForm.AnswerField}" value="{i + 1}" aria-label="{words[PageTexts.Change]} : {line.Label}">{words[PageTexts.Change]}</button></dd></div>""")));
        return Html.Of(
            $"""<p>{words.Fill(PageTexts.ByPhone, opened.FiledOn)}</p><form method="post" action="{opened.Links.Change}">{Parts.Hidden(CaseForm.CodeField, opened.Code)}{Parts.Hidden(CaseForm.MarkField, mark)}<dl class="data">{lines}</dl></form>""");
    }

    private static Html Question(OpenedCase opened, ReviewSheet sheet, string mark, string? problem)
    {
        var words = opened.Words;
        return Html.Of(
            $"""
            <form method="post" action="{opened.Links.Decision}" class="question">{Parts.Hidden(CaseForm.CodeField, opened.Code)}{Parts.Hidden(CaseForm.MarkField, mark)}
            <fieldset id="{CaseForm.DecisionField}"><legend>{words[PageTexts.Decision]}</legend>
            <p class="hint">{words[CommonTexts.Ask(sheet.Flow.Name, sheet.Review.Name)]}</p>{Parts.Invalid(CaseForm.DecisionField, problem)}
            {Html.All(sheet.Review.Words.Items.Select(item => Choice(words, item)))}</fieldset></form>
            """);
    }

    /// <summary>OUI and NON (CNPS-14), a button each.</summary>
    private static Html Choice(Words words, ChoiceItem item)
    {
        var style = item.Value is CaseForm.Yes ? "first" : "second";
        return Html.Of($"""<button name="{CaseForm.DecisionField}" value="{item.Value}" class="{style}">{item.LabelIn(words.Language)}</button>""");
    }

    private static Html Frozen(OpenedCase opened)
    {
        var words = opened.Words;
        var next = words.Fill(PageTexts.NextAfter(opened.Case.State), opened.FiledOn);
        var processed = opened.Case.State is CaseState.Lapsed ? Html.Nothing : Html.Of($"<p><strong>{words[PageTexts.Frozen]}</strong></p>");
        return Html.Of($"""<div class="aside">{processed}<p>{next}</p></div>""");
    }
}
