using ChatChannels.Conversation;

namespace ChatChannels.Services.Members;

/// <summary>A person's account in the fund's portal, as the local register knows it.</summary>
/// <param name="Number">The person's registration number. Personal.</param>
public sealed record Account(FundId Fund, string Number, DateOnly Since)
{
    public override string ToString() => $"Account {{ {Fund} *** }}";
}
