using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Recovery;

/// <summary>
/// <c>confirm-fact</c>, <c>with: { fact: rib-end }</c>: one more fact, compared in the register (CE-15, CE-16). Right or wrong is
/// never told: who answers wrong, or has guessed too often that day, goes on as somebody unknown does, with codes that nobody receives.
/// </summary>
public sealed class ConfirmFactAction(IRegister register, IAllowances allowances) : IServiceAction
{
    private const string GoesOn = "goes-on";

    public ActionSignature Signature { get; } = new(
        "confirm-fact",
        [GoesOn],
        [ProofAnswers.Member],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(GoesOn, [ProofAnswers.Member]))
    {
        Settings = [ActionSetting.Answers("fact")],
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var member = request.Answers[ProofAnswers.Member] ?? "";
        var said = request.Named("fact").Values.FirstOrDefault(KeyValuePair.Create("", ""));
        var limits = FactLimits.Of(request, [$"{said.Key} of {(member.Length > 0 ? member : request.Address.Value)}"]);
        var allowed = await allowances.Take(limits, request.Today, request.Now, cancellation);
        var holds = await register.Confirms(request.Fund.Id, member, said, cancellation) && allowed is Allowed.Granted;
        var values = ImmutableDictionary<string, string>.Empty.Add(ProofAnswers.Member, holds ? member : "");
        return new ActionResult(new Input.Outcome(GoesOn, values), [FactLimits.GiveBack(request, limits, holds), request.Audit("fact-compared", said.Key)]);
    }
}
