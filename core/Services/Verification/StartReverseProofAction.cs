using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary><c>start-reverse-proof</c>: shows a code that the person is to text from the phone on file; to known and unknown persons alike.</summary>
public sealed class StartReverseProofAction(IAllowances allowances, IIdSource ids) : IServiceAction
{
    /// <summary>The answers: the id of the proof, and the code to text.</summary>
    public const string Id = "reverse-proof";
    public const string Code = "reverse-code";

    private const string Started = "started";
    private const string Limited = "limited";

    public ActionSignature Signature { get; } = new(
        "start-reverse-proof", [Started, Limited], [], ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Started, [Id, Code]).Add(Limited, [Allowed.Refused.Answer]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (await allowances.Take(CodeLimits.OfShown(request), request.Today, request.Now, cancellation) is Allowed.Refused refused)
            return Limits.Told(Limited, refused);
        var proof = new ReverseProof(
            ids.NextId().ToString("N"), request.Fund.Id, ids.NextDigits(CodePolicy.Digits), request.Now + CodePolicy.Of(request.Fund).Lifetime);
        var values = ImmutableDictionary<string, string>.Empty
            .Add(Id, proof.Id)
            .Add(Code, GroupedDigits.Show(proof.Code, CodePolicy.Digits / 2, request.Language));
        return new ActionResult(
            new Input.Outcome(Started, values),
            [new Change.StartReverseProof(proof), request.Audit("reverse-proof-started", request.Service)]);
    }
}
