using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Claims;

/// <summary><c>claims</c>: tells a proven person where their claims stand.</summary>
public sealed class ClaimsAction(IRegister register) : IServiceAction
{
    private const string Listed = "listed";
    private const string None = "none";
    private const string Unproven = "unproven";
    private const string Lines = "claims";
    private const string Count = "claim-count";
    private const string LastPayment = "last-payment";

    public ActionSignature Signature { get; } = new(
        "claims",
        [Listed, None, Unproven],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Listed, [Lines, Count, LastPayment]))
    {
        Requires = Proof.Possessed,
        Widest = ImmutableDictionary<string, Func<Fund, Language, string>>.Empty
            .Add(Lines, ClaimTexts.WidestLines)
            .Add(LastPayment, ClaimTexts.WidestPayment),
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (MemberAnswers.ProvenMember(request.Answers) is not { } member)
            return ActionResult.Exit(Unproven);
        var claims = await register.Claims(request.Fund.Id, member, cancellation);
        var outcome = claims.IsEmpty ? ActionResult.Exit(None).Outcome : new Input.Outcome(Listed, Values(request.Fund, claims));
        return new ActionResult(outcome, [request.Audit("claims-told", outcome.Exit)]);
    }

    private static ImmutableDictionary<string, string> Values(Fund fund, ImmutableArray<Claim> claims) =>
        ImmutableDictionary<string, string>.Empty
            .Add(Count, claims.Length.ToString(CultureInfo.InvariantCulture))
            .AddRange(fund.InWords(Lines, language => ClaimTexts.Lines(fund, language, claims)))
            .AddRange(fund.InWords(LastPayment, language => ClaimTexts.LastPayment(fund, language, claims)));
}
