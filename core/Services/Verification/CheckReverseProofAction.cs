using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary>
/// <c>check-reverse-proof</c>: whether the code came from the phone on file. From another number, or for an unknown person, it is
/// just waited for: nobody learns which number is on file.
/// </summary>
public sealed class CheckReverseProofAction(AddressesOnFile addresses, IReverseProofs proofs) : IServiceAction
{
    private const string Right = "right";
    private const string Waiting = "waiting";
    private const string Spent = "spent";

    public ActionSignature Signature { get; } = new(
        "check-reverse-proof",
        [Right, Waiting, Spent],
        [StartReverseProofAction.Id],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Right, [ProofAnswers.Proven, ProofAnswers.Firm]))
    {
        Proves = ImmutableDictionary<string, Proof>.Empty.Add(Right, Proof.Possessed),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var id = request.Answers[StartReverseProofAction.Id] ?? "";
        var known = new CodeTarget(CodeTarget.OnFile, request.Answers[ProofAnswers.Member] ?? "");
        var (recipient, _) = await addresses.Find(request, known, cancellation);
        var state = await proofs.Find(id, recipient.Phone ?? "", request.Now, cancellation);
        if (state is ReverseState.Spent)
            return ActionResult.Exit(Spent);
        if (state is ReverseState.Waiting || recipient.IsDoubtful || recipient.Phone is null)
            return ActionResult.Exit(Waiting);
        return new ActionResult(
            new Input.Outcome(Right, ImmutableDictionary<string, string>.Empty
                .Add(ProofAnswers.Proven, known.Who)
                .Add(ProofAnswers.Firm, recipient.IsSteady ? known.Who : request.Answers[ProofAnswers.Firm] ?? "")),
            [new Change.UseReverseProof(id, request.Now), request.Audit("reverse-proof-right", request.Service)]);
    }
}
