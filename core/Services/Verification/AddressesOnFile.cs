using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Verification;

/// <summary>Finds the addresses of a member, and whether they may be trusted, at the same cost for an unknown one.</summary>
public sealed class AddressesOnFile(IRegister register, ILineHistory lines)
{
    public async Task<(Recipient Recipient, MemberRecord? Record)> Find(ActionRequest request, CodeTarget target, CancellationToken cancellation)
    {
        var record = await register.Get(request.Fund.Id, target.Who, cancellation);
        var recipient = Recipient.OnFile(request, target, record);
        var lately = Recipient.Lately(request);
        // Of an unknown person the caller's own line is asked.
        var hasChanged = await lines.HasChanged(recipient.Phone ?? request.Address.Value, record?.PhoneSince ?? lately, lately, request.Today, cancellation);
        return (recipient with
        {
            IsDoubtful = recipient.IsDoubtful || (recipient.Phone is not null && hasChanged is true),
            IsSteady = recipient.Phone is not null && !recipient.IsDoubtful && hasChanged is false,
        }, record);
    }
}
