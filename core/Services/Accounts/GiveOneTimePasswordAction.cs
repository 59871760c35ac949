using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Accounts;

/// <summary><c>give-one-time-password</c>: a password by SMS to the phone on file, to be changed at first use (TNS-17).</summary>
public sealed class GiveOneTimePasswordAction(ProvenRecipient recipients, PasswordSetting setting, IIdSource ids, MessageWriter messages) : IServiceAction
{
    /// <summary>The message, and what fills it beside the values of every message.</summary>
    public const string Message = "one-time-password";
    public const string Password = "password";

    private const string Sent = "sent";

    /// <summary>A password that was not read within a day is better asked for anew.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public ActionSignature Signature { get; } = new(
        "give-one-time-password", [Sent, ProvenRecipient.Unproven, ProvenRecipient.Limited], [], ProvenRecipient.Adds)
    {
        Requires = Proof.Possessed,
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var (recipient, holder, refusal) = await recipients.Find(request, [Channel.Sms], cancellation);
        if (recipient is null || holder is null)
            return refusal;
        var password = OneTimePassword.New(ids);
        return ActionResult.Exit(Sent) with
        {
            Changes =
            [
                .. messages.Write(request.Fund, Notice(request, recipient.Phone!, password), request.Now, request.Today),
                .. setting.OneTime(request.Fund, holder, password, request.Now, request.Today),
            ],
        };
    }

    private static Notice Notice(ActionRequest request, string phone, string password) => new()
    {
        Template = Message,
        Kinds = [Channel.Sms],
        Language = request.Language,
        Answers = AnswerSheet.None,
        Filer = request.Address,
        Destination = new Destination(phone, phone, request.Now + Lifetime),
        Values = ImmutableDictionary<string, string>.Empty.Add(Password, password),
    };
}
