using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Documents;
using ChatChannels.Services.Links;

namespace ChatChannels.Tests.Pages;

/// <summary>One link of each kind that is always good, and one of another fund that was used.</summary>
internal sealed class FakeLinks : ILinks<PasswordLink>, ILinks<DocumentLink>
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    public const string Used = "fedcba9876543210fedcba9876543210";

    private static readonly FundId Other = new("cnops-ma");
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

    Task<PasswordLink?> ILinks<PasswordLink>.Find(string token, CancellationToken cancellation) => Task.FromResult(token switch
    {
        Token => Password,
        Used => Password with { Holder = Password.Holder with { Fund = Other }, IsUsed = true },
        _ => null,
    });

    Task<DocumentLink?> ILinks<DocumentLink>.Find(string token, CancellationToken cancellation) => Task.FromResult(token switch
    {
        Token => Paper,
        Used => Paper with { Fund = Other, IsUsed = true },
        _ => null,
    });
}
