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
public sealed class SendCodeAction(AddressesOnFile addresses, IAllowances allowances, CodeIssue codes) : IServiceAction
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
        var limits = CodeLimits.Of(request, recipient.Bucket, texts);
        var allowed = await allowances.Take(limits, request.Today, cancellation);
        if (allowed is Allowed.Refused)
            return ActionResult.Exit(Limited);
        var (challenge, changes) = codes.Write(request, recipient, kinds, isReal && allowed is Allowed.Granted);
        return Result(request, Sent, ProofAnswers.Challenge, challenge, changes);
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

    private static ActionResult Result(ActionRequest request, string exit, string name, string value, ImmutableArray<Change> changes) => new(
        new Input.Outcome(exit, ImmutableDictionary<string, string>.Empty.Add(name, value)),
        [.. changes, request.Audit($"code-{exit}", request.Service)]);
}
