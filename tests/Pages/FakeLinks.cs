using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Links;

namespace ChatChannels.Tests.Pages;

/// <summary>One link of each kind that is always good.</summary>
internal sealed class FakeLinks : ILinks<PasswordLink>, ILinks<DocumentLink>
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly FundId Fund = new("cnps-cm");
    private static readonly Address Filer = new(Channel.Ussd, "+237650000011");

    private static readonly PasswordLink Password = new()
    {
        Holder = new AccountHolder(Fund, "1000000001", Language.French, Filer, new Contacts("+237650000011", null)),
        Expires = SampleCase.Morning.AddHours(1),
    };

    private static readonly DocumentLink Paper = new()
    {
        Fund = Fund,
        Case = SampleCase.Number,
        Reference = SampleCase.Number,
        Paper = "income-proof",
        Accepts = ["image/jpeg", "image/png", "application/pdf"],
        Language = Language.French,
        Filer = Filer,
        Phone = "+237650000011",
        Expires = SampleCase.Morning.AddDays(7),
    };

    Task<PasswordLink?> ILinks<PasswordLink>.Find(string token, CancellationToken cancellation) => Task.FromResult(token is Token ? Password : null);

    Task<DocumentLink?> ILinks<DocumentLink>.Find(string token, CancellationToken cancellation) => Task.FromResult(token is Token ? Paper : null);
}
