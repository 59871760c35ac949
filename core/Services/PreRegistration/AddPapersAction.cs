using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;

namespace ChatChannels.Services.PreRegistration;

/// <summary><c>add-papers</c>: files the papers that a case was opened by number and secret code for, and sends the links that were asked for anew.</summary>
public sealed class AddPapersAction(CaseAccess access, Papers papers) : IServiceAction
{
    private const string Added = "added";
    private const string Awaiting = "awaiting";
    private const string Frozen = "frozen";

    public ActionSignature Signature { get; } = new(
        "add-papers",
        [Added, Awaiting, Frozen],
        [CaseAccess.NumberAnswer, CaseAccess.CodeAnswer],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Awaiting, [Papers.Awaited]))
    {
        Widest = ImmutableDictionary<string, Func<Fund, Conversation.Localization.Language, string>>.Empty.Add(Papers.Awaited, Papers.Widest),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (await access.Reopen(request.Fund.Id, request.Answers, cancellation) is not { } current)
            return ActionResult.Exit(Frozen);
        var number = current.Number.Digits;
        var filed = await papers.File(request, new PaperHolder(number, number, PersonAnswers.Kept(request.Fund, request.Answers)) { Before = current, Anew = true }, cancellation);
        if (CaseLife.Move(current with { Answers = filed.Answers, Awaits = filed.Awaits }, CaseTrigger.AddPaper, request.Now) is not { } next)
            return ActionResult.Exit(Frozen);
        return new ActionResult(
            new(filed.Awaits.IsEmpty ? Added : Awaiting, Papers.Told(request.Fund, filed.Awaits)),
            [new Change.ReplaceCase(next), .. filed.Changes]);
    }
}
