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
public sealed class SendCodeAction(IRegister register, ILineHistory lines, IAllowances allowances, CodeIssue codes) : IServiceAction
{
    private const string Sent = "sent";
    private const string Possessed = "possessed";
    private const string Limited = "limited";

    private static readonly ActionSetting By = ActionSetting.OneOf("by", "sms", "email", "both");

    public ActionSignature Signature { get; } = CodeTarget.Proving(
        new ActionSignature(
            "send-code",
            [Sent, Possessed, Limited],
            [],
            ImmutableDictionary<string, ImmutableArray<string>>.Empty
                .Add(Sent, [ProofAnswers.Challenge])
                .Add(Possessed, [ProofAnswers.Proven]))
        {
            Settings = [By],
        },
        Possessed);

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var recipient = await Find(request, cancellation);
        if (recipient is { IsCalling: true, IsDoubtful: false })
            return Result(request, Possessed, ProofAnswers.Proven, recipient.Target.Who, []);
        var kinds = Kinds(request);
        var isReal = kinds.Any(kind => recipient.On(kind) is not null);
        var texts = kinds.Count(kind => kind == Channel.Sms && recipient.Phone is not null);
        var limits = CodeLimits.Of(request, isReal ? recipient.Bucket : null, texts);
        var allowed = await allowances.Take(limits, request.Today, cancellation);
        if (allowed is Allowed.Refused)
            return ActionResult.Exit(Limited);
        var (challenge, changes) = codes.Write(request, recipient, kinds, isReal && allowed is Allowed.Granted);
        return Result(request, Sent, ProofAnswers.Challenge, challenge, changes);
    }

    private async Task<Recipient> Find(ActionRequest request, CancellationToken cancellation)
    {
        var target = CodeTarget.Of(request);
        if (target.Kind is not CodeTarget.OnFile)
            return Recipient.Given(request, target);
        var record = await register.Get(request.Fund.Id, target.Who, cancellation);
        var recipient = Recipient.OnFile(request, target, record);
        var lately = Recipient.Lately(request);
        // Of an unknown person the caller's own line is asked, at the same cost.
        var hasChanged = await lines.HasChanged(recipient.Phone ?? request.Address.Value, record?.PhoneSince ?? lately, lately, cancellation);
        return recipient with { IsDoubtful = recipient.IsDoubtful || (recipient.Phone is not null && hasChanged is true) };
    }

    private static ImmutableArray<Channel> Kinds(ActionRequest request) => request.With[By.Name] switch
    {
        "both" => [Channel.Sms, Channel.Email],
        "email" => [Channel.Email],
        _ => [Channel.Sms],
    };

    private static ActionResult Result(ActionRequest request, string exit, string name, string value, ImmutableArray<Change> changes) => new(
        new Input.Outcome(exit, ImmutableDictionary<string, string>.Empty.Add(name, value)),
        [.. changes, new Change.Record(new AuditFact(request.Fund.Id, $"code-{exit}", request.Service, request.Address, request.Now))]);
}
