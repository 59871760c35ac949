using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services.Accounts;

/// <summary>A proven person whose account is changed. Personal.</summary>
/// <param name="Member">The registration number.</param>
/// <param name="Filer">Where the person asked for it.</param>
/// <param name="Contacts">Who hears of it.</param>
public sealed record AccountHolder(FundId Fund, string Member, Language Language, Address Filer, Contacts Contacts)
{
    public override string ToString() => $"AccountHolder {{ {Fund} *** }}";
}
