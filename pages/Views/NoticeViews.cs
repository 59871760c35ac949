using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Web;
using ChatChannels.Services.Documents;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>Pages that say one thing.</summary>
internal static class NoticeViews
{
    public static Page Locked(Visit visit) => Of(
        StatusCodes.Status429TooManyRequests, visit.Words[PageTexts.LockedTitle], visit.Words.Fill(PageTexts.Locked, visit.Words.Today));

    /// <summary>What was sent is no request of these pages.</summary>
    /// <param name="status">Which 4xx it is.</param>
    public static Page Refused(Words words, int status) => Of(status, words[PageTexts.RefusedTitle], words[PageTexts.Refused]);

    public static Page TooMany(Words words) => Of(
        StatusCodes.Status429TooManyRequests, words[PageTexts.RefusedTitle], words[CommonTexts.Limit]);

    public static Page Trouble(Words words, string reference) => Of(
        StatusCodes.Status503ServiceUnavailable, words[PageTexts.TroubleTitle], words.Trouble(reference));

    public static Page Validated(OpenedCase opened) => Done(opened, PageTexts.ValidatedTitle, PageTexts.Validated);

    public static Page Awaiting(OpenedCase opened) => Done(opened, PageTexts.ValidatedTitle, PageTexts.Awaiting);

    public static Page Kept(OpenedCase opened) => Done(opened, PageTexts.KeptTitle, PageTexts.Kept);

    public static Page PasswordSet(Words words) => Of(StatusCodes.Status200OK, words[PageTexts.PasswordSetTitle], words[PageTexts.PasswordSet]);

    /// <summary>The same for a link that was used, one that is over and one that never was.</summary>
    public static Page PasswordGone(Words words) => Of(StatusCodes.Status410Gone, words[PageTexts.PasswordGoneTitle], words.IsNamed ? words.Fill(PageTexts.PasswordGone, words.Today) : words[PageTexts.PasswordGoneUnnamed]);

    public static Page PaperReceived(Words words, DocumentLink link) => Of(
        StatusCodes.Status200OK,
        words[PageTexts.PaperReceivedTitle],
        $"{words.Paper(PageTexts.PaperReceived, link.Paper)} {words.Reference(PageTexts.PaperReference, link.Reference)}");

    /// <summary>The same for a link that was used, one that is over and one that never was.</summary>
    public static Page PaperGone(Words words) => Of(StatusCodes.Status410Gone, words[PageTexts.PasswordGoneTitle], words.IsNamed ? words.Fill(PageTexts.PaperGone, words.Today) : words[PageTexts.PaperGoneUnnamed]);

    private static Page Done(OpenedCase opened, string title, string said)
    {
        var words = opened.Words;
        var main = Html.Of(
            $"""
            <h1>{words[title]}</h1><dl>{Parts.Number(words, opened.Case.Number)}</dl>
            <p role="status">{words.Fill(said, opened.FiledOn)}</p>
            <div class="actions">{Parts.Onward(opened.Links.Case, opened.Code, words[PageTexts.CaseOpen])}{Parts.Onward(opened.Links.Receipt, opened.Code, words[PageTexts.ReceiptOpen])}</div>
            """);
        return new Page(StatusCodes.Status200OK, words[title], main) { Door = Links.Cases, Code = opened.Code };
    }

    private static Page Of(int status, string title, string said) =>
        new(status, title, Html.Of($"<h1>{title}</h1><p>{said}</p>"));
}
