using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;

namespace ChatChannels.Services.PreRegistration;

/// <summary>
/// <c>validate-case</c> and <c>keep-case</c>: saves what was looked through and perhaps changed, validated (OUI) or not (NON),
/// as often as wanted until the case is processed (CNPS-14, CNPS-16). A validated one that papers are awaited for leaves by <c>awaiting</c>.
/// </summary>
public sealed class ChangeCaseAction : IServiceAction
{
    private const string Validated = "validated";
    private const string Kept = "kept";
    private const string Frozen = "frozen";
    private const string Awaiting = "awaiting";

    private readonly CaseAccess _access;
    private readonly Papers _papers;
    private readonly CaseTrigger _trigger;

    private ChangeCaseAction(CaseAccess access, Papers papers, CaseTrigger trigger, string name)
    {
        (_access, _papers, _trigger) = (access, papers, trigger);
        ImmutableArray<string> exits = trigger is CaseTrigger.Validate ? [Validated, Awaiting] : [Kept];
        Signature = new ActionSignature(
            name, [.. exits, Frozen], [CaseAccess.NumberAnswer, CaseAccess.CodeAnswer], ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Awaiting, [Papers.Awaited]))
        {
            Widest = ImmutableDictionary<string, Func<Fund, Language, string>>.Empty.Add(Papers.Awaited, Papers.Widest),
        };
    }

    public ActionSignature Signature { get; }

    public static ChangeCaseAction Validate(CaseAccess access, Papers papers) => new(access, papers, CaseTrigger.Validate, "validate-case");

    public static ChangeCaseAction Keep(CaseAccess access, Papers papers) => new(access, papers, CaseTrigger.Keep, "keep-case");

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (await _access.Reopen(request.Fund.Id, request.Answers, cancellation) is not { } current)
            return ActionResult.Exit(Frozen);
        var number = current.Number.Digits;
        var holder = new PaperHolder(number, number, PersonAnswers.Kept(request.Fund, request.Answers)) { Before = current };
        var filed = await _papers.File(request, holder, cancellation);
        if (CaseLife.Move(current with { Awaits = filed.Awaits }, _trigger, request.Now) is not { } next)
            return ActionResult.Exit(Frozen);
        next = next with { Answers = filed.Answers, Identity = PersonAnswers.Identity(request.Answers), Language = request.Language };
        return Changed(request, next, filed.Changes);
    }

    private ActionResult Changed(ActionRequest request, Case next, ImmutableArray<Change> filed)
    {
        var said = _trigger is CaseTrigger.Validate ? Validated : Kept;
        var exit = next.State is CaseState.AwaitingPapers ? Awaiting : said;
        return new ActionResult(
            new(exit, Papers.Told(request.Fund, next.Awaits)),
            [new Change.ReplaceCase(next), new Change.Record(CaseAccess.Fact($"case-{said}", next, request.Address, request.Now)), .. filed]);
    }
}
