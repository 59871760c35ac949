using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary>
/// <c>check-code</c>, <c>with: { to: on-file | email-given | phone-given }</c>: a code that came to the address on file proves
/// possession; one that came to an address that the person gave proves that address alone.
/// </summary>
public sealed class CheckCodeAction(IChallenges challenges, ISecrets secrets) : IServiceAction
{
    /// <summary>The values of <see cref="ProofAnswers.ChallengeFirm"/>.</summary>
    internal const string Yes = "yes";
    internal const string No = "no";

    private const string Right = "right";
    private const string Wrong = "wrong";
    private const string Spent = "spent";
    private const string Locked = "locked";

    private static readonly ImmutableArray<string> Proofs = [ProofAnswers.Proven, ProofAnswers.Firm, ProofAnswers.EmailProven, ProofAnswers.PhoneProven];

    public ActionSignature Signature { get; } = CodeTarget.Proving(
        new ActionSignature(
            "check-code",
            [Right, Wrong, Spent, Locked],
            [CodeTarget.Code, ProofAnswers.Challenge],
            ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Right, Proofs)),
        Right);

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var challenge = request.Answers[ProofAnswers.Challenge] ?? "";
        var policy = CodePolicy.Of(request.Fund);
        var attempt = new CodeTry(challenge, CodeLimits.FailuresOf(request), policy, request.Today, request.Now);
        var count = await challenges.Count(attempt, cancellation);
        var target = CodeTarget.Of(request);
        var verdict = CodeJudge.Judge(
            count, policy, request.Now, () => secrets.Hash(target.Subject(request, challenge), request.Answers[CodeTarget.Code] ?? ""));
        return verdict switch
        {
            CodeVerdict.Right => Proven(request, target, attempt),
            CodeVerdict.Wrong => Failed(request, Wrong),
            CodeVerdict.Locked => Failed(request, Locked),
            _ => Failed(request, Spent),
        };
    }

    /// <summary>What was proven before stays so.</summary>
    private static ActionResult Proven(ActionRequest request, CodeTarget target, CodeTry attempt)
    {
        var proofs = Proofs.ToImmutableDictionary(name => name, name => request.Answers[name] ?? "", StringComparer.Ordinal);
        proofs = proofs.SetItem(target.Proof, target.Who);
        if (target.Kind is CodeTarget.OnFile && request.Answers[ProofAnswers.ChallengeFirm] is Yes)
            proofs = proofs.SetItem(ProofAnswers.Firm, target.Who);
        ImmutableArray<Change> seen = target.Kind is CodeTarget.OnFile && request.Answers[ProofAnswers.ChallengeLine] is { Length: > 0 } line
            ? [new Change.SeeLine(line, request.Now, request.Now)]
            : [];
        return new ActionResult(
            new Input.Outcome(Right, proofs),
            [new Change.UseCode(attempt), .. seen, request.Audit("code-right", request.Service)]);
    }

    private static ActionResult Failed(ActionRequest request, string exit) => ActionResult.Exit(exit) with { Changes = [request.Audit($"code-{exit}", request.Service)] };
}
