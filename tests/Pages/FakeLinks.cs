using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Accounts;

namespace ChatChannels.Tests.Pages;

/// <summary>One link that is always good.</summary>
internal sealed class FakeLinks : IPasswordLinks
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    public Task<PasswordLink?> Find(string token, CancellationToken cancellation) => Task.FromResult(token is Token
        ? new PasswordLink(
            new AccountHolder(
                new FundId("cnps-cm"), "1000000001", Language.French, new Address(Channel.Ussd, "+237650000011"), new Contacts("+237650000011", null)),
            SampleCase.Morning.AddHours(1))
        : null);
}
