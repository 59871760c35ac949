using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Audit;

namespace ChatChannels.Services.Verification;

/// <summary>
/// <c>check-code</c>: a code that came to the address on file proves possession. <c>check-given-code</c>,
/// <c>with: { to: email-given | phone-given }</c>: one that came to an address that the person gave proves that address, and
/// nothing of who they are; it is an action of its own so that no path can take the one for the other.
/// </summary>
public sealed class CheckCodeAction : IServiceAction
{
    private const string Right = "right";
    private const string Wrong = "wrong";
    private const string Spent = "spent";
    private const string Locked = "locked";

    private readonly IChallenges _challenges;
    private readonly ISecrets _secrets;
    private readonly Func<ActionRequest, CodeTarget> _target;

    private CheckCodeAction(
        IChallenges challenges, ISecrets secrets, Func<ActionRequest, CodeTarget> target, string name, ImmutableArray<string> adds)
    {
        (_challenges, _secrets, _target) = (challenges, secrets, target);
        Signature = new ActionSignature(
            name,
            [Right, Wrong, Spent, Locked],
            [VerificationAnswers.Code, VerificationAnswers.Challenge],
            ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Right, adds));
    }

    public ActionSignature Signature { get; }

    public static CheckCodeAction OnFile(IChallenges challenges, ISecrets secrets) =>
        new(challenges, secrets, CodeTarget.Known, "check-code", [VerificationAnswers.Proven]);

    public static CheckCodeAction Given(IChallenges challenges, ISecrets secrets) =>
        new(challenges, secrets, CodeTarget.Given, "check-given-code", [VerificationAnswers.EmailProven, VerificationAnswers.PhoneProven]);

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var challenge = request.Answers[VerificationAnswers.Challenge] ?? "";
        var policy = CodePolicy.Of(request.Fund);
        var attempt = new CodeTry(challenge, CodeLimits.FailuresOf(request), policy, request.Today, request.Now);
        var count = await _challenges.Count(attempt, cancellation);
        var target = _target(request);
        var verdict = CodeJudge.Judge(
            count, policy, request.Now, () => _secrets.Hash(target.Subject(request, challenge), request.Answers[VerificationAnswers.Code] ?? ""));
        return verdict switch
        {
            CodeVerdict.Right => Proven(request, target, attempt),
            CodeVerdict.Wrong => Failed(request, Wrong),
            CodeVerdict.Locked => Failed(request, Locked),
            _ => Failed(request, Spent),
        };
    }

    private ActionResult Proven(ActionRequest request, CodeTarget target, CodeTry attempt)
    {
        var adds = target.Kind switch
        {
            CodeTarget.EmailGiven => VerificationAnswers.EmailProven,
            CodeTarget.PhoneGiven => VerificationAnswers.PhoneProven,
            _ => VerificationAnswers.Proven,
        };
        return new ActionResult(
            new Input.Outcome(Right, Signature.AddedBy(Right).ToImmutableDictionary(name => name, name => string.Equals(name, adds, StringComparison.Ordinal) ? target.Who : request.Answers[name] ?? "", StringComparer.Ordinal)),
            [new Change.UseCode(attempt), Fact(request, Right)]);
    }

    private static ActionResult Failed(ActionRequest request, string exit) => ActionResult.Exit(exit) with { Changes = [Fact(request, exit)] };

    private static Change.Record Fact(ActionRequest request, string exit) =>
        new(new AuditFact(request.Fund.Id, $"code-{exit}", request.Service, request.Address, request.Now));
}
