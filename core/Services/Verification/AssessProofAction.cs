using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Verification;

/// <summary>
/// <c>assess-proof</c>: whether a person is proven firmly enough for passwords, money and registration numbers, or a second proof is
/// needed, by another way than the first. A code that proved the e-mail address that is on file is one.
/// </summary>
public sealed class AssessProofAction(IRegister register) : IServiceAction
{
    private const string Enough = "firm";
    private const string Doubtful = "doubtful";

    public ActionSignature Signature { get; } = new(
        "assess-proof", [Enough, Doubtful], [], ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Enough, [ProofAnswers.Firm]))
    {
        Requires = Proof.Possessed,
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (MemberAnswers.ProvenMember(request.Answers) is not { } member)
            return ActionResult.Exit(Doubtful);
        if (!ProofAnswers.IsFirm(request.Answers) && !await HasProvenEmail(request, member, cancellation))
            return ActionResult.Exit(Doubtful) with { Changes = [request.Audit("second-proof-needed", request.Service)] };
        return new ActionResult(new Input.Outcome(Enough, ImmutableDictionary<string, string>.Empty.Add(ProofAnswers.Firm, member)), []);
    }

    private async Task<bool> HasProvenEmail(ActionRequest request, string member, CancellationToken cancellation) =>
        request.Answers[ProofAnswers.EmailProven] is { Length: > 0 } proven
        && await register.Get(request.Fund.Id, member, cancellation) is { Email: { } onFile }
        && string.Equals(proven, onFile, StringComparison.OrdinalIgnoreCase);
}
