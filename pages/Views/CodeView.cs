using ChatChannels.Runtime.Web;
using ChatChannels.Pages.Requests;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>Asks for the secret code. The same for a number that exists and one that does not.</summary>
internal static class CodeView
{
    public static Page Of(Visit visit, Door door, string? problemKey = null)
    {
        var words = visit.Words;
        var problem = problemKey is null ? null : words[problemKey];
        var described = problem is null ? "code-hint" : "code-error code-hint";
        var main = Html.Of(
            $"""
            {Parts.Problem(words, CaseForm.CodeField, problem)}<h1>{words[door.Title]}</h1>
            <p>{words[door.Ask]}</p><dl>{Parts.Number(words, visit.Links.Number)}</dl>
            <form method="post" action="{visit.Links.Of(door.Name)}">
            <label for="code">{words[PageTexts.SecretCode]}</label><p class="hint" id="code-hint">{words[PageTexts.Hint]}</p>{Parts.Invalid(CaseForm.CodeField, problem)}
            <input id="code" name="code" dir="ltr" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="20" aria-describedby="{described}"{Parts.Wrong(problem)}>
            <button>{words[door.Open]}</button></form>
            """);
        var title = problem is null ? words[door.Title] : $"{words[PageTexts.Problem]} : {words[door.Title]}";
        return new Page(problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, title, main) { Door = door.Name };
    }
}
