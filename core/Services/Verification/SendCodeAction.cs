using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Verification;

/// <summary>
/// <c>send-code</c>, <c>with: { to: on-file | email-given | phone-given, by: sms | email | both }</c>: sends a code, and says so in
/// the same words, at the same cost, whether or not there was anybody to send it to.
/// </summary>
public sealed class SendCodeAction(IRegister register, IAllowances allowances, CodeIssue codes) : IServiceAction
{
    private const string Sent = "sent";
    private const string Possessed = "possessed";
    private const string Limited = "limited";

    public ActionSignature Signature { get; } = new(
        "send-code",
        [Sent, Possessed, Limited],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty
            .Add(Sent, [VerificationAnswers.Challenge])
            .Add(Possessed, [VerificationAnswers.Proven]));

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var recipient = await Find(request, cancellation);
        if (recipient is { IsCalling: true, IsRecent: false })
            return Result(request, Possessed, VerificationAnswers.Proven, recipient.Target.Who, []);
        var kinds = Kinds(request);
        var isReal = kinds.Any(kind => recipient.On(kind) is not null);
        var texts = kinds.Count(kind => kind == Channel.Sms && recipient.Phone is not null);
        var limits = CodeLimits.Of(request, isReal ? recipient.Bucket : null, texts);
        var allowed = await allowances.Take(limits, request.Today, cancellation);
        if (allowed is Allowed.Refused)
            return ActionResult.Exit(Limited);
        var (challenge, changes) = codes.Write(request, recipient, kinds, isReal && allowed is Allowed.Granted);
        return Result(request, Sent, VerificationAnswers.Challenge, challenge, changes);
    }

    private async Task<Recipient> Find(ActionRequest request, CancellationToken cancellation)
    {
        if (CodeTarget.IsGiven(request))
            return Recipient.Given(request, CodeTarget.Given(request));
        var known = CodeTarget.Known(request);
        return Recipient.OnFile(request, known, await register.Get(request.Fund.Id, known.Who, cancellation));
    }

    private static ImmutableArray<Channel> Kinds(ActionRequest request) =>
        (request.With.TryGet("by", out var by) ? by : "sms") switch
        {
            "both" => [Channel.Sms, Channel.Email],
            "email" => [Channel.Email],
            _ => [Channel.Sms],
        };

    private static ActionResult Result(ActionRequest request, string exit, string name, string value, ImmutableArray<Change> changes) => new(
        new Input.Outcome(exit, ImmutableDictionary<string, string>.Empty.Add(name, value)),
        [.. changes, new Change.Record(new AuditFact(request.Fund.Id, $"code-{exit}", request.Service, request.Address, request.Now))]);
}
