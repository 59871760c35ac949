using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Accounts;

/// <summary>
/// <c>send-password-link</c>, <c>with: { by: sms | email | both }</c>: sends a proven person a link to the page where a password is
/// set. It goes to addresses on file alone; a password is never typed on USSD or SMS.
/// </summary>
public sealed class SendPasswordLinkAction(ProvenRecipient recipients, IIdSource ids, MessageWriter messages) : IServiceAction
{
    /// <summary>The message, and what fills it beside the values of every message.</summary>
    public const string Message = "password-link";
    public const string Link = "link";

    /// <summary>The path of the page.</summary>
    public const string Path = "password";

    private const string Sent = "sent";

    public ActionSignature Signature { get; } = new(
        "send-password-link", [Sent, ProvenRecipient.Limited, ProvenRecipient.Unproven], [], ProvenRecipient.Adds)
    {
        Settings = [SendCodeAction.By],
        Requires = Proof.Possessed,
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        var kinds = SendCodeAction.Kinds(request);
        var (recipient, holder, refusal) = await recipients.Find(request, kinds, cancellation);
        if (recipient is null || holder is null)
            return refusal;
        var token = ids.NextId().ToString("N");
        var link = new PasswordLink { Holder = holder, Expires = request.Now + PasswordLink.Lifetime };
        return ActionResult.Exit(Sent) with
        {
            Changes =
            [
                new Change.IssueLink(token, link),
                .. kinds.Where(kind => recipient.On(kind) is not null).SelectMany(kind =>
                    messages.Write(request.Fund, Notice(request, recipient, kind, token), request.Now, request.Today)),
                request.Audit("password-link-sent", request.Service),
            ],
        };
    }

    private Notice Notice(ActionRequest request, Recipient recipient, Channel kind, string token) => new()
    {
        Template = Message,
        Kinds = [kind],
        Language = request.Language,
        Answers = AnswerSheet.None,
        Filer = request.Address,
        Destination = new Destination(recipient.On(kind)!, recipient.Phone ?? recipient.On(kind)!, request.Now + PasswordLink.Lifetime),
        Values = ImmutableDictionary<string, string>.Empty.Add(Link, messages.LinkTo(Path, request.Fund.Id, token)),
    };
}
