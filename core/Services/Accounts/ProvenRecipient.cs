using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Verification;

namespace ChatChannels.Services.Accounts;

/// <summary>Finds where secrets of a proven person go, within what may be sent to them a day.</summary>
public sealed class ProvenRecipient(AddressesOnFile addresses, IAllowances allowances)
{
    /// <summary>The exit of an action where nothing may be sent: too often, or nowhere to send it to.</summary>
    public const string Limited = "limited";

    /// <summary>The exit of an action for somebody who has not proven to be the person located.</summary>
    public const string Unproven = "unproven";

    /// <summary>Where to send to, and whose account it is; or nulls, and the exit to leave by.</summary>
    public async Task<(Recipient? Recipient, AccountHolder? Holder, string Exit)> Find(
        ActionRequest request, ImmutableArray<Channel> kinds, CancellationToken cancellation)
    {
        if (MemberAnswers.ProvenMember(request.Answers) is not { } member)
            return (null, null, Unproven);
        var (recipient, record) = await addresses.Find(request, new CodeTarget(CodeTarget.OnFile, member), cancellation);
        if (recipient.IsDoubtful || kinds.All(kind => recipient.On(kind) is null))
            return (null, null, Limited);
        var texts = kinds.Count(kind => kind == Channel.Sms && recipient.Phone is not null);
        if (await allowances.Take(CodeLimits.OfProven(request, member, texts), request.Today, cancellation) is not Allowed.Granted)
            return (null, null, Limited);
        var contacts = Contacts.Of(record, request.Answers);
        return (recipient, new AccountHolder(request.Fund.Id, member, request.Language, request.Address, contacts), "");
    }
}
