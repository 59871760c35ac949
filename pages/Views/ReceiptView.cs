using ChatChannels.Pages.Cases;
using ChatChannels.Pages.Markup;
using ChatChannels.Runtime.Web;
using ChatChannels.Services.Cases;
using ChatChannels.Services.PreRegistration;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>The receipt, to keep or to print, as often as wanted (CNPS-6, CNPS-7, CNPS-20).</summary>
internal static class ReceiptView
{
    public static Page Of(OpenedCase opened, Uri publicUrl)
    {
        var words = opened.Words;
        var main = Html.Of(
            $"""
            <h1>{words[PageTexts.ReceiptTitle]}</h1>
            <div class="receipt"><dl>{Facts(opened)}</dl>{QrCode.Of(Links.FromOutside(publicUrl, opened.Case.Fund, opened.Case.Number), words[PageTexts.Qr])}</div>
            <h2>{words[PageTexts.Next]}</h2><ol>{NextSteps(opened)}</ol>
            <p class="aside">{words[PageTexts.Keep]}</p>
            <div class="actions"><button type="button" id="print" hidden>{words[PageTexts.Print]}</button>{Parts.Onward(opened.Links.Case, opened.Code, words[PageTexts.CaseOpen])}</div>
            """);
        return new Page(StatusCodes.Status200OK, words[PageTexts.ReceiptTitle], main)
        {
            IsDocument = true,
            Door = Links.Receipts,
            Code = opened.Code,
        };
    }

    private static Html Facts(OpenedCase opened)
    {
        var words = opened.Words;
        var names = ReviewSheet.Of(words.Fund, opened.Case.Kind)?
            .Lines(words, opened.Case.Answers, [PersonAnswers.Surname, PersonAnswers.GivenNames]) ?? [];
        return Html.All(
        [
            Parts.Number(words, opened.Case.Number),
            Parts.Line(words[PageTexts.SecretCode], Parts.Digits(Parts.InFours(opened.Code))),
            .. names.Select(line => Parts.Line(line.Label, Parts.Isolated(line.Value))),
            Parts.Line(words[PageTexts.FiledOn], Parts.Isolated(words.Show(opened.FiledOn))),
            Parts.Line(words[PageTexts.CaseStateLabel], Parts.Isolated(words[PageTexts.NameOf(opened.Case.State)])),
            Parts.Awaited(opened),
        ]);
    }

    private static Html NextSteps(OpenedCase opened)
    {
        var first = opened.Words.Fill(PageTexts.NextAfter(opened.Case.State), opened.FiledOn);
        var deposit = opened.Words.Fill(PageTexts.Deposit, opened.FiledOn);
        return opened.Case.State is CaseState.Lapsed
            ? Html.Of($"<li>{first}</li>")
            : Html.Of($"<li>{first}</li><li>{deposit}</li>");
    }
}
