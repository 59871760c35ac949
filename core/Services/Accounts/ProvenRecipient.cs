using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Accounts;

/// <summary>Finds where secrets of a proven person go, within what may be sent to them a day.</summary>
public sealed class ProvenRecipient(AddressesOnFile addresses, IAllowances allowances)
{
    /// <summary>The exit of an action where nothing may be sent any more today; it tells how long to wait.</summary>
    public const string Limited = "limited";

    /// <summary>
    /// The exit of an action for somebody who has not proven to be the person located, or not firmly enough for a password, or of whom
    /// no address is on file that a secret may go to.
    /// </summary>
    public const string Unproven = "unproven";

    /// <summary>What its exits add to the answers.</summary>
    internal static readonly ImmutableDictionary<string, ImmutableArray<string>> Adds =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(Limited, [Allowed.Refused.Answer]);

    /// <summary>Where to send to, and whose account it is; or nulls, and what to leave by.</summary>
    public async Task<(Recipient? Recipient, AccountHolder? Holder, ActionResult Refusal)> Find(
        ActionRequest request, ImmutableArray<Channel> kinds, CancellationToken cancellation)
    {
        if (!ProofAnswers.IsFirm(request.Answers) || MemberAnswers.ProvenMember(request.Answers) is not { } member)
            return (null, null, ActionResult.Exit(Unproven));
        var (recipient, record) = await addresses.Find(request, new CodeTarget(CodeTarget.OnFile, member), cancellation);
        if (recipient.IsDoubtful || kinds.All(kind => recipient.On(kind) is null))
            return (null, null, ActionResult.Exit(Unproven));
        var texts = kinds.Count(kind => kind == Channel.Sms && recipient.Phone is not null);
        if (await allowances.Take(CodeLimits.OfProven(request, member, texts), request.Today, request.Now, cancellation) is Allowed.Refused refused)
            return (null, null, Limits.Told(Limited, refused));
        var contacts = Contacts.Of(record, request.Answers);
        return (recipient, new AccountHolder(request.Fund.Id, member, request.Language, request.Address, contacts), ActionResult.Exit(""));
    }
}
