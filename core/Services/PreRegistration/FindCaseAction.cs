using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Documents;

namespace ChatChannels.Services.PreRegistration;

/// <summary><c>find-case</c>: opens a case by number and secret code, and brings its answers along (CNPS-12), with the papers that it waits for.</summary>
public sealed class FindCaseAction(CaseAccess access) : IServiceAction
{
    private const string Found = "found";
    private const string Wrong = "wrong";
    private const string Locked = "locked";
    private const string Lapsed = "lapsed";
    private const string Frozen = "frozen";

    public ActionSignature Signature { get; } = new(
        "find-case",
        [Found, Wrong, Locked, Lapsed, Frozen],
        [CaseAccess.NumberAnswer, CaseAccess.CodeAnswer],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Found, [Papers.Awaited]))
    {
        Widest = ImmutableDictionary<string, Func<Fund, Language, string>>.Empty.Add(Papers.Awaited, Papers.Widest),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var opening = await access.Open(
            request.Fund.Id,
            request.Answers[CaseAccess.NumberAnswer]!,
            request.Answers[CaseAccess.CodeAnswer]!,
            CaseCaller.Of(request),
            request.Today,
            cancellation);
        return opening switch
        {
            CaseOpening.Opened { Case.IsOpen: true } opened => new ActionResult(
                new Input.Outcome(Found, opened.Case.Answers.WithAll(Papers.Told(request.Fund, opened.Case.Awaits)).Values.ToImmutableDictionary()),
                [new Change.Record(CaseAccess.Fact("case-read", opened.Case, request.Address, request.Now))]),
            CaseOpening.Opened { Case.State: CaseState.Lapsed } => ActionResult.Exit(Lapsed),
            CaseOpening.Opened => ActionResult.Exit(Frozen),
            CaseOpening.Locked => ActionResult.Exit(Locked),
            _ => ActionResult.Exit(Wrong),
        };
    }
}
