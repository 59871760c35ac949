using ChatChannels.Runtime.Web;
using ChatChannels.Services.Accounts;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>Asks for a new password twice, with its rule beside the field (CE-21).</summary>
internal static class PasswordView
{
    public static Page Of(Visit visit, string token, string? problemKey = null)
    {
        var words = visit.Words;
        var problem = problemKey is null ? null : words[problemKey];
        var door = $"{SendPasswordLinkAction.Path}/{words.Fund.Id}/{token}";
        var described = problem is null ? "password-hint" : "password-error password-hint";
        var main = Html.Of(
            $"""
            {Parts.Problem(words, PasswordPages.PasswordField, problem)}<h1>{words[PageTexts.PasswordTitle]}</h1><p>{words[PageTexts.PasswordSay]}</p>
            <form method="post" action="{visit.Links.Of(door)}" class="secret">
            <label for="password">{words[PageTexts.Password]}</label><p class="hint" id="password-hint">{words[PageTexts.PasswordRule]}</p>{Parts.Invalid(PasswordPages.PasswordField, problem)}
            <input id="password" name="password" type="password" dir="ltr" autocomplete="new-password" maxlength="{PasswordRule.Longest}" aria-describedby="{described}"{Parts.Wrong(problem)}>
            <label for="again">{words[PageTexts.PasswordAgain]}</label>
            <input id="again" name="again" type="password" dir="ltr" autocomplete="new-password" maxlength="{PasswordRule.Longest}">
            <button>{words[PageTexts.PasswordSave]}</button></form>
            """);
        var title = problem is null ? words[PageTexts.PasswordTitle] : $"{words[PageTexts.Problem]} : {words[PageTexts.PasswordTitle]}";
        return new Page(problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, title, main) { Door = door };
    }
}
