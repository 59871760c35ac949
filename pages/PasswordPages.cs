using System.Diagnostics.CodeAnalysis;
using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>
/// The page where a password is set, by a link that works once and for an hour. Looking at it uses nothing up: what shows a
/// preview of a link opens it too.
/// </summary>
internal sealed class PasswordPages(
    Visits visits, ILinks<PasswordLink> links, PasswordSetting setting, IStore store, TimeProvider time, IOptions<FundsOptions> options)
{
    /// <summary>The fields of the form.</summary>
    public const string PasswordField = "password";
    public const string AgainField = "again";

    public async Task<IResult> Ask(HttpContext http, string token)
    {
        var link = await links.Find(token, http.RequestAborted);
        return Show(http, link, visit => PasswordView.Of(visit, token));
    }

    public async Task<IResult> Set(HttpContext http, string token)
    {
        if (!OwnForms.Allow(http.Request, options.Value.PublicUrl))
            return Refuse(http, StatusCodes.Status403Forbidden);
        var (form, refusal) = await SmallForm.Read(http);
        if (form is null)
            return Refuse(http, refusal);
        var link = await links.Find(token, http.RequestAborted);
        var password = form[PasswordField].ToString();
        if (IsLive(link) && Problem(password, form[AgainField].ToString()) is { } problem)
            return Show(http, link, visit => PasswordView.Of(visit, token, problem));
        return IsLive(link) && await Use(http, token, link, password)
            ? Page(http, link, visit => NoticeViews.PasswordSet(visit.Words))
            : Page(http, link, visit => NoticeViews.PasswordGone(visit.Words));
    }

    private static string? Problem(string password, string again)
    {
        if (!PasswordRule.Fits(password))
            return PageTexts.PasswordWeak;
        return string.Equals(password, again, StringComparison.Ordinal) ? null : PageTexts.PasswordsDiffer;
    }

    /// <summary>Sets the password, unless somebody was faster.</summary>
    private async Task<bool> Use(HttpContext http, string token, PasswordLink link, string password)
    {
        var words = visits.Of(link.Holder.Fund, http).Words;
        var changes = setting.ByLink(words.Fund, token, link, password, time.GetUtcNow(), words.Today);
        return await store.Commit(new Unit(null, changes), CancellationToken.None) is CommitResult.Committed;
    }

    /// <summary>Whether a link is good for anything. A dead one still tells which fund it was of.</summary>
    private bool IsLive([NotNullWhen(true)] PasswordLink? link) => link?.IsLive(time.GetUtcNow()) is true;

    private PageResult Show(HttpContext http, PasswordLink? link, Func<Visit, Page> show) =>
        Page(http, link, IsLive(link) ? show : visit => NoticeViews.PasswordGone(visit.Words));

    private PageResult Page(HttpContext http, PasswordLink? link, Func<Visit, Page> show)
    {
        var visit = visits.Of(link?.Holder.Fund, http);
        return new PageResult(visit, show(visit));
    }

    private PageResult Refuse(HttpContext http, int status)
    {
        var visit = visits.Astray(http);
        return new PageResult(visit, NoticeViews.Refused(visit.Words, status));
    }
}
