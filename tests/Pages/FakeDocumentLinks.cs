using ChatChannels.Conversation;
using ChatChannels.Conversation.Localization;
using ChatChannels.Services.Documents;

namespace ChatChannels.Tests.Pages;

/// <summary>One link that is always good.</summary>
internal sealed class FakeDocumentLinks : IDocumentLinks
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    public Task<DocumentLink?> Find(string token, CancellationToken cancellation) => Task.FromResult(token is not Token ? null : new DocumentLink
    {
        Fund = new FundId("cnps-cm"),
        Case = SampleCase.Number,
        Reference = SampleCase.Number,
        Paper = "income-proof",
        Accepts = ["image/jpeg", "image/png", "application/pdf"],
        Language = Language.French,
        Filer = new Address(Channel.Ussd, "+237650000011"),
        Phone = "+237650000011",
        Expires = SampleCase.Morning.AddDays(7),
    });
}
