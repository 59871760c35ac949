using ChatChannels.Pages.Cases;
using ChatChannels.Pages.Requests;
using ChatChannels.Pages.Views;
using ChatChannels.Runtime.Funds;
using ChatChannels.Services.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChatChannels.Pages;

/// <summary>The pages of a case: each asks for the secret code, and shows what it is for once the code is right.</summary>
internal sealed class CasePages(Visits visits, CaseAccess access, Decision decision, TimeProvider time, IOptions<FundsOptions> options)
{
    private readonly Uri _publicUrl = options.Value.PublicUrl;

    /// <summary>Asks for the code.</summary>
    public IResult Ask(HttpContext http, Door door, string caseNumber)
    {
        if (!Visits.CanBe(caseNumber))
            return Refuse(http, StatusCodes.Status400BadRequest);
        var visit = visits.To(http, new CaseNumber(caseNumber));
        return new PageResult(visit, CodeView.Of(visit, door));
    }

    public Task<IResult> ShowReceipt(HttpContext http, string caseNumber) =>
        Open(http, Door.Receipt, caseNumber, (opened, _) => Task.FromResult(ReceiptView.Of(opened, _publicUrl)));

    public Task<IResult> ShowCase(HttpContext http, string caseNumber) =>
        Open(http, Door.Case, caseNumber, (opened, _) => Task.FromResult(Show(opened)));

    public Task<IResult> Decide(HttpContext http, string caseNumber) =>
        Open(http, Door.Case, caseNumber, (opened, form) => Decide(opened, form, http.RequestAborted));

    /// <summary>Asks for one of the answers again, and saves it once nothing more follows from it.</summary>
    public Task<IResult> Change(HttpContext http, string caseNumber) =>
        Open(http, Door.Case, caseNumber, (opened, form) => Change(opened, form, http.RequestAborted));

    private async Task<IResult> Open(HttpContext http, Door door, string caseNumber, Func<OpenedCase, CaseForm, Task<Page>> show)
    {
        if (!OwnForms.Allow(http.Request, _publicUrl))
            return Refuse(http, StatusCodes.Status403Forbidden);
        if (!Visits.CanBe(caseNumber))
            return Refuse(http, StatusCodes.Status400BadRequest);
        var (form, refusal) = await CaseForm.Read(http);
        if (form is null)
            return Refuse(http, refusal);
        var number = new CaseNumber(caseNumber);
        var visit = visits.To(http, number);
        if (form.Code.Length == 0)
            return new PageResult(visit, CodeView.Of(visit, door, PageTexts.Incomplete));
        var fund = await visits.TriedIn(http, number);
        var opening = await access.Open(fund.Id, caseNumber, form.Code, CaseCaller.Network(visit.Network), visits.Today(fund), http.RequestAborted);
        if (opening is not CaseOpening.Opened { Case: var found })
            return new PageResult(visit, opening is CaseOpening.Locked ? NoticeViews.Locked(visit) : CodeView.Of(visit, door, PageTexts.Wrong));
        var at = visits.To(http, found);
        return new PageResult(at, await show(new OpenedCase(at, found, form.Code), form));
    }

    private async Task<Page> Decide(OpenedCase opened, CaseForm form, CancellationToken cancellation)
    {
        if (form.Decision is not (CaseForm.Yes or CaseForm.No))
            return Show(opened, PageTexts.Undecided);
        return await decision.Take(opened, form.Decision is CaseForm.Yes, form.Mark, cancellation) switch
        {
            Decided.Validated => NoticeViews.Validated(opened),
            Decided.Awaiting => NoticeViews.Awaiting(opened),
            Decided.Kept => NoticeViews.Kept(opened),
            Decided.Changed => Show(opened, PageTexts.Changed),
            _ => Show(opened),
        };
    }

    private async Task<Page> Change(OpenedCase opened, CaseForm form, CancellationToken cancellation)
    {
        if (!opened.Case.IsOpen || ReviewSheet.Of(opened.Words.Fund, opened.Case.Kind) is not { } sheet)
            return Show(opened);
        if (!string.Equals(form.Mark, decision.MarkOf(opened.Case), StringComparison.Ordinal))
            return Show(opened, PageTexts.Changed);
        if (form.Said.Length > Correction.LongestSaid || Correction.Take(opened, sheet, form.Said, form.Answer, time.GetUtcNow()) is not { } correction)
            return Show(opened);
        if (correction.Prompt is not null)
            return CorrectionView.Of(opened, correction, form.Mark);
        return await decision.Save(opened, correction.Answers, cancellation) is { } saved
            ? CaseView.Of(opened with { Case = saved }, decision.MarkOf(saved), doneKey: PageTexts.ChangeSaved)
            : Show(opened, PageTexts.Changed);
    }

    private Page Show(OpenedCase opened, string? problem = null) => CaseView.Of(opened, decision.MarkOf(opened.Case), problem);

    private PageResult Refuse(HttpContext http, int status)
    {
        var visit = visits.Astray(http);
        return new PageResult(visit, NoticeViews.Refused(visit.Words, status));
    }
}
