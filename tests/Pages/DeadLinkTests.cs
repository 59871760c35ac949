using System.Net;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Tests.Pages;

/// <summary>A link that is used, over or unknown names the fund that it was of; where that cannot be known, none.</summary>
public sealed class DeadLinkTests
{
    private const string Unknown = "ffffffffffffffffffffffffffffffff";

    private static readonly Fund Cnops = PagesHost.Funds.Find(new FundId("cnops-ma"))!;

    [Theory]
    [InlineData($"/password/{FakeLinks.Used}")]
    [InlineData($"/password/cnops-ma/{FakeLinks.Used}")]
    [InlineData($"/password/cnps-cm/{FakeLinks.Used}")]
    [InlineData($"/password/cnops-ma/{Unknown}")]
    [InlineData($"/papers/{FakeLinks.Used}")]
    [InlineData($"/papers/cnops-ma/{FakeLinks.Used}")]
    [InlineData($"/papers/cnops-ma/{Unknown}")]
    public async Task Link_DeadOfAKnownFund_NamesThatFundAndItsCode(string path)
    {
        await using var host = await PagesHost.StartAsync();
        foreach (var language in Cnops.Languages)
        {
            using var response = await host.GetAsync($"{path}?lang={language}");
            var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
            Assert.Contains(Cnops.Texts.Plain(language, CommonTexts.FundName), page, StringComparison.Ordinal);
            Assert.Contains(Cnops.ServiceCodes[0], page, StringComparison.Ordinal);
            Assert.Equal([Cnops.Id.Value], NamedIn(page), StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData($"/password/{Unknown}", HttpStatusCode.Gone)]
    [InlineData($"/password/nowhere/{Unknown}", HttpStatusCode.Gone)]
    [InlineData($"/papers/{Unknown}", HttpStatusCode.Gone)]
    [InlineData($"/cases/{SampleCase.Unknown}", HttpStatusCode.OK)]
    [InlineData($"/receipts/{SampleCase.Unknown}", HttpStatusCode.OK)]
    [InlineData($"/cases/{SampleCase.Number}", HttpStatusCode.OK)]
    [InlineData("/cases/none", HttpStatusCode.BadRequest)]
    public async Task Link_OfNoKnownFund_NamesNone(string path, HttpStatusCode status)
    {
        await using var host = await PagesHost.StartAsync();
        foreach (var language in new[] { "fr", "ar", "en" })
        {
            using var response = await host.GetAsync($"{path}?lang={language}");
            var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(status, response.StatusCode);
            Assert.Empty(NamedIn(page));
        }
    }

    [Theory]
    [InlineData("/cases/")]
    [InlineData("/cases/cnps-cm/")]
    [InlineData("/receipts/")]
    [InlineData("/receipts/cnps-cm/")]
    public async Task Case_OpenedByALinkWithOrWithoutItsFund_NamesIt(string door)
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"{door}{SampleCase.Number}?lang=fr", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["cnps-cm"], NamedIn(WebUtility.HtmlDecode(page)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Case_TriedInAnotherFund_IsNotOpened()
    {
        await using var host = await PagesHost.StartAsync();

        var (status, page) = await host.ReadAsync($"/cases/cnops-ma/{SampleCase.Number}?lang=fr", ("code", SampleCase.Code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.DoesNotContain("ESSAI-NGONO", page, StringComparison.Ordinal);
    }

    /// <summary>The funds whose name or dial code stands in a page, in any language.</summary>
    private static IEnumerable<string> NamedIn(string page) => PagesHost.Funds.All
        .Where(fund => fund.ServiceCodes.Any(code => page.Contains(code, StringComparison.Ordinal))
            || fund.Languages.Any(language => page.Contains(fund.Texts.Plain(language, CommonTexts.FundName), StringComparison.Ordinal)))
        .Select(fund => fund.Id.Value);
}
