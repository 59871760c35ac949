using ChatChannels.Runtime.Funds;
using Microsoft.Extensions.Configuration;

namespace ChatChannels.Tests.Host.Starting;

/// <summary>Where links in messages lead: to the address that is set, else to where the service listens.</summary>
public sealed class PublicUrlTests
{
    [Theory]
    [InlineData("http://localhost:5090", null, "http://localhost:5090/")]
    [InlineData("http://*:5090;https://elsewhere.example", null, "http://localhost:5090/")]
    [InlineData("http://0.0.0.0:5090", "", "http://localhost:5090/")]
    [InlineData("http://127.0.0.1:0", null, "http://localhost:5080/")]
    [InlineData(null, null, "http://localhost:5080/")]
    [InlineData("http://localhost:5090", "https://fund.example/chat", "https://fund.example/chat/")]
    [InlineData("http://localhost:5090", "https://fund.example", "https://fund.example/")]
    public void PublicUrl_SetOrNot_EndsInASlashAndLeadsSomewhere(string? urls, string? set, string expected)
    {
        var url = new PublicUrl(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Urls"] = urls, ["Funds:PublicUrl"] = set }).Build());
        var options = new FundsOptions();
        if (set is not null)
            options.PublicUrl = new Uri(set, UriKind.RelativeOrAbsolute);

        url.PostConfigure(null, options);

        Assert.Equal(expected, options.PublicUrl.ToString());
        Assert.True(url.Validate(null, options).Succeeded);
    }
}
