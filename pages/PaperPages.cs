using System.Diagnostics.CodeAnalysis;
using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Runtime.Documents;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>
/// The page where a paper is sent that a case waits for, by a link that works once. It shows nothing of the case but which paper it
/// waits for. Looking at it uses nothing up, and neither does a file that does not fit.
/// </summary>
internal sealed class PaperPages(
    Visits visits, ILinks<DocumentLink> links, PaperArrival arrival, UploadLane lane, DocumentIntake intake, IStore store, IOptions<FundsOptions> options)
{
    /// <summary>A case may change at the same moment; the paper is filed with it as it is then.</summary>
    private const int Tries = 5;

    public async Task<IResult> Ask(HttpContext http, string token)
    {
        var link = await links.Find(token, http.RequestAborted);
        return IsLive(link) ? Show(http, link, visit => PaperView.Of(visit, token, link)) : Gone(http, link);
    }

    public async Task<IResult> Take(HttpContext http, string token)
    {
        if (!OwnForms.Allow(http.Request, options.Value.PublicUrl))
            return Refuse(http, StatusCodes.Status403Forbidden);
        var link = await links.Find(token, http.RequestAborted);
        if (!IsLive(link))
            return Gone(http, link);
        var refusal = FileForm.Check(http.Request);
        if (refusal is not 0)
            return Refuse(http, token, link, refusal);
        using var pass = lane.TryEnter(http.Connection.RemoteIpAddress, token, http.Request.ContentLength ?? FileForm.Largest);
        if (pass is null)
            return await TooMany(http, link);
        await using var spool = new SealedSpool();
        refusal = await FileForm.Receive(http, spool);
        return refusal is 0 ? await lane.Alone(() => Take(http, token, link, spool), http.RequestAborted) : Refuse(http, token, link, refusal);
    }

    private async Task<PageResult> Take(HttpContext http, string token, DocumentLink link, SealedSpool spool)
    {
        if (await FileForm.Read(http, spool) is not { } content)
            return Refuse(http, StatusCodes.Status400BadRequest);
        var visit = visits.Of(link.Fund, http);
        if (Problem(visit.Words, content) is { } problem)
            return new PageResult(visit, PaperView.Of(visit, token, link, problem));
        if (intake.Read(link.Fund, content) is not { } document || !link.Accepts.Contains(document.MediaType, StringComparer.Ordinal))
            return new PageResult(visit, PaperView.Of(visit, token, link, PaperView.OtherKind(visit.Words, link)));
        return await File(visit.Words, http, token, link, document)
            ? Show(http, link, at => NoticeViews.PaperReceived(at.Words, link))
            : Gone(http, link);
    }

    /// <summary>What is wrong with the size of a file.</summary>
    private static string? Problem(Words words, byte[] content) =>
        content.Length > Document.Largest ? words[PageTexts.PaperTooLarge]
        : content.Length == 0 ? words[PageTexts.PaperNone]
        : null;

    /// <summary>Files it, unless somebody was faster by the same link.</summary>
    private async Task<bool> File(Words words, HttpContext http, string token, DocumentLink link, Document document)
    {
        for (var i = 0; i < Tries; i++)
        {
            var changes = await arrival.Take(words.Fund, token, link, document, words.Today, CancellationToken.None);
            if (await store.Commit(new Unit(null, changes), CancellationToken.None) is CommitResult.Committed)
                return true;
            if (!IsLive(await links.Find(token, http.RequestAborted)))
                return false;
        }

        throw new InvalidOperationException($"A paper was overtaken {Tries} times.");
    }

    /// <summary>Whether a link is good for anything. A dead one still tells which fund it was of.</summary>
    private bool IsLive([NotNullWhen(true)] DocumentLink? link) => link?.IsLive(visits.Now) is true;

    private PageResult Gone(HttpContext http, DocumentLink? link) => Show(http, link, visit => NoticeViews.PaperGone(visit.Words));

    private PageResult Show(HttpContext http, DocumentLink? link, Func<Visit, Page> show)
    {
        var visit = visits.Of(link?.Fund, http);
        return new PageResult(visit, show(visit));
    }

    /// <summary>A file that is too large is told as such on the page where it was chosen.</summary>
    private PageResult Refuse(HttpContext http, string token, DocumentLink link, int status)
    {
        if (status is not StatusCodes.Status413PayloadTooLarge)
            return Refuse(http, status);
        var visit = visits.Of(link.Fund, http);
        return new PageResult(visit, PaperView.Of(visit, token, link, visit.Words[PageTexts.PaperTooLarge]));
    }

    private async Task<PageResult> TooMany(HttpContext http, DocumentLink link)
    {
        await lane.HoldBack(http.RequestAborted);
        http.Response.Headers.RetryAfter = "60";
        var visit = visits.Of(link.Fund, http);
        return new PageResult(visit, NoticeViews.TooMany(visit.Words));
    }

    private PageResult Refuse(HttpContext http, int status)
    {
        var visit = visits.Astray(http);
        return new PageResult(visit, NoticeViews.Refused(visit.Words, status));
    }
}
