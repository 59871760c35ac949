using ChatChannels.Conversation.Engine;
using ChatChannels.Pages.Cases;
using ChatChannels.Pages.Requests;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>Asks for one answer of a case again.</summary>
internal static class CorrectionView
{
    private const string Field = CaseForm.AnswerField;

    public static Page Of(OpenedCase opened, Correction correction, string mark)
    {
        var (words, prompt) = (opened.Words, correction.Prompt!);
        var problem = prompt.Notice is null ? null : $"{prompt.Notice} {prompt.Hint}".TrimEnd();
        var main = Html.Of(
            $"""
            {Parts.Problem(words, Field, problem)}<h1>{words[PageTexts.ChangeTitle]}</h1>
            {Form(opened, correction, mark, prompt.Options.IsEmpty ? Typed(words, prompt, problem) : Chosen(prompt, problem))}
            {(prompt.IsSearched ? Form(opened, correction, mark, Searched(words)) : Html.Nothing)}
            {Parts.Onward(opened.Links.Case, opened.Code, words[PageTexts.Cancel])}
            """);
        return new Page(problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, words[PageTexts.ChangeTitle], main)
        {
            Door = Links.Cases,
            Code = opened.Code,
        };
    }

    private static Html Form(OpenedCase opened, Correction correction, string mark, Html answer) => Html.Of(
        $"""
        <form method="post" action="{opened.Links.Change}">{Parts.Hidden(CaseForm.CodeField, opened.Code)}{Parts.Hidden(CaseForm.MarkField, mark)}{Html.All(
            correction.Said.Select(said => Parts.Hidden(CaseForm.SaidField, said)))}
        {answer}{Skip(correction.Prompt!)}</form>
        """);

    private static Html Typed(Words words, Prompt prompt, string? problem) => Html.Of(
        $"""
        <label for="{Field}">{prompt.Text}</label>{Parts.Invalid(Field, problem)}
        <input id="{Field}" name="{Field}" class="wide" dir="auto" maxlength="120" autocomplete="off"{(problem is null ? Html.Nothing : Html.Of($" aria-describedby=\"{Field}-error\""))}{Parts.Wrong(problem)}>
        <button>{words[PageTexts.Continue]}</button>
        """);

    private static Html Chosen(Prompt prompt, string? problem) => Html.Of(
        $"""
        <fieldset id="{Field}"><legend>{prompt.Text}</legend>{Parts.Invalid(Field, problem)}{Html.All(prompt.Options.Select(Button))}</fieldset>
        """);

    /// <summary>What is not among the options is found by the beginning of its name.</summary>
    private static Html Searched(Words words) => Html.Of(
        $"""
        <input name="{Field}" class="wide" dir="auto" maxlength="120" autocomplete="off" aria-label="{words[CommonTexts.ChooseSearch]}">
        <button>{words[PageTexts.Continue]}</button>
        """);

    private static Html Skip(Prompt prompt) => Html.All(prompt.Keys.Where(key => key.Key is Keys.Skip).Select(Button));

    private static Html Button(Option option) => Html.Of($"""<button name="{Field}" value="{option.Key}" class="second">{option.Label}</button>""");
}
