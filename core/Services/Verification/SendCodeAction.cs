using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;

namespace ChatChannels.Services.Verification;

/// <summary>
/// <c>send-code</c>, <c>with: { to: on-file | email-given | phone-given, by: sms | email | both }</c>: sends a code, and says so in
/// the same words, at the same cost, whether or not there was anybody to send it to.
/// </summary>
public sealed class SendCodeAction(AddressesOnFile addresses, IAllowances allowances, CodeIssue codes, ISecrets secrets) : IServiceAction
{
    private const string Sent = "sent";
    private const string Possessed = "possessed";
    private const string Limited = "limited";

    /// <summary>By which channels something is sent.</summary>
    internal static readonly ActionSetting By = ActionSetting.OneOf("by", "sms", "email", "both");

    public ActionSignature Signature { get; } = CodeTarget.Proving(
        new ActionSignature(
            "send-code",
            [Sent, Possessed, Limited],
            [],
            ImmutableDictionary<string, ImmutableArray<string>>.Empty
                .Add(Sent, [ProofAnswers.Challenge, ProofAnswers.ChallengeFirm, ProofAnswers.ChallengeLine])
                .Add(Possessed, [ProofAnswers.Proven, ProofAnswers.Firm])
                .Add(Limited, [Allowed.Refused.Answer]))
        {
            Settings = [By],
        },
        Possessed);

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var recipient = await Find(request, cancellation);
        var kinds = Kinds(request);
        if (recipient is { IsCalling: true, IsDoubtful: false } && kinds.Contains(Channel.Sms))
            return Calling(request, recipient);
        var isReal = kinds.Any(kind => recipient.On(kind) is not null);
        var texts = kinds.Count(kind => kind == Channel.Sms && recipient.Phone is not null);
        var allowed = await allowances.Take(CodeLimits.Of(request, recipient, texts), request.Today, request.Now, cancellation);
        if (allowed is Allowed.Refused refused)
            return Limits.Told(Limited, refused);
        var (challenge, changes) = codes.Write(request, recipient, kinds, isReal && allowed is Allowed.Granted);
        var values = ImmutableDictionary<string, string>.Empty
            .Add(ProofAnswers.Challenge, challenge)
            .Add(ProofAnswers.ChallengeFirm, recipient.IsSteady || recipient.Phone is null || !kinds.Contains(Channel.Sms) ? CheckCodeAction.Yes : CheckCodeAction.No)
            .Add(ProofAnswers.ChallengeLine, kinds is [var only] && only == Channel.Sms ? LineOf(recipient.Phone ?? request.Address.Value) : "");
        return Result(request, Sent, values, changes);
    }

    /// <summary>What a line is known by in its history.</summary>
    private string LineOf(string phone) => secrets.Hash(Change.SeeLine.Subject, phone);

    /// <summary>The very phone on file calls: it is possessed, and firmly so if it is known to be in the same hands.</summary>
    private ActionResult Calling(ActionRequest request, Recipient recipient)
    {
        var who = recipient.Target.Who;
        var values = ImmutableDictionary<string, string>.Empty
            .Add(ProofAnswers.Proven, who)
            .Add(ProofAnswers.Firm, recipient.IsSteady ? who : request.Answers[ProofAnswers.Firm] ?? "");
        return Result(request, Possessed, values, [new Change.SeeLine(LineOf(recipient.Phone!), request.Now, request.Now)]);
    }

    private async Task<Recipient> Find(ActionRequest request, CancellationToken cancellation)
    {
        var target = CodeTarget.Of(request);
        return target.Kind is CodeTarget.OnFile
            ? (await addresses.Find(request, target, cancellation)).Recipient
            : Recipient.Given(request, target);
    }

    /// <summary>The channels that the flow names.</summary>
    internal static ImmutableArray<Channel> Kinds(ActionRequest request) => request.With[By.Name] switch
    {
        "both" => [Channel.Sms, Channel.Email],
        "email" => [Channel.Email],
        _ => [Channel.Sms],
    };

    private static ActionResult Result(ActionRequest request, string exit, ImmutableDictionary<string, string> values, ImmutableArray<Change> changes) => new(
        new Input.Outcome(exit, values),
        [.. changes, request.Audit($"code-{exit}", request.Service)]);
}
