using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;

namespace ChatChannels.Services.PreRegistration;

/// <summary>
/// <c>validate-case</c> and <c>keep-case</c>: saves what was looked through and perhaps changed, validated (OUI) or not (NON),
/// as often as wanted until the case is processed (CNPS-14, CNPS-16).
/// </summary>
public sealed class ChangeCaseAction : IServiceAction
{
    private const string Frozen = "frozen";
    private readonly CaseAccess _access;
    private readonly CaseTrigger _trigger;
    private readonly string _exit;

    private ChangeCaseAction(CaseAccess access, CaseTrigger trigger, string name, string exit)
    {
        _access = access;
        _trigger = trigger;
        _exit = exit;
        Signature = new ActionSignature(name, [exit, Frozen], [CaseAccess.NumberAnswer, CaseAccess.CodeAnswer], ImmutableDictionary<string, ImmutableArray<string>>.Empty);
    }

    public ActionSignature Signature { get; }

    public static ChangeCaseAction Validate(CaseAccess access) => new(access, CaseTrigger.Validate, "validate-case", "validated");

    public static ChangeCaseAction Keep(CaseAccess access) => new(access, CaseTrigger.Keep, "keep-case", "kept");

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (await _access.Reopen(request.Fund.Id, request.Answers, cancellation) is not { } current
            || CaseLife.Move(current, _trigger, request.Now) is not { } next)
            return ActionResult.Exit(Frozen);
        next = next with
        {
            Answers = PersonAnswers.Kept(request.Fund, request.Answers),
            Identity = PersonAnswers.Identity(request.Answers),
            Language = request.Language,
        };
        return ActionResult.Exit(_exit) with
        {
            Changes = [new Change.ReplaceCase(next), new Change.Record(CaseAccess.Fact($"case-{_exit}", next, request.Address, request.Now))],
        };
    }
}
