using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Host;

/// <summary>Browsers that came by TLS keep to it, those that did not are sent there, and nobody else is.</summary>
public sealed class TransportSecurityTests
{
    private static readonly string[] Trusted = ["--Proxies:Trusted", "127.0.0.0/8"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    [InlineData(null, false)]
    public async Task Hsts_OnlyOverTls(string? scheme, bool isTold)
    {
        await using var service = await ReplayHost.Start(Scene.Now, Trusted);

        using var response = await Get(service, "/cases/1234567897", scheme);

        Assert.Equal(isTold, response.Headers.TryGetValues("Strict-Transport-Security", out var told) && told.Single() is "max-age=31536000");
    }

    [Fact]
    public async Task Hsts_SchemeOfNobodyTrusted_IsNotBelieved()
    {
        await using var service = await ReplayHost.Start(Scene.Now);

        using var response = await Get(service, "/cases/1234567897", "https");

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Page_AskedForWithoutTls_IsLookedForWithIt()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Trusted);

        using var response = await Get(service, "/cases/1234567897?lang=ar", "http");

        Assert.Equal((HttpStatusCode.TemporaryRedirect, "https://fund.example/cases/1234567897?lang=ar"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/health/live", "http")]
    [InlineData("/cases/1234567897", "https")]
    [InlineData("/cases/1234567897", null)]
    public async Task Others_AreSentNowhere(string path, string? scheme)
    {
        await using var service = await ReplayHost.Start(Scene.Now, Trusted);

        using var response = await Get(service, path, scheme);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Gateway_WithoutTls_IsAnswered()
    {
        await using var service = await ReplayHost.Start(Scene.Now, [.. Trusted, "--Ussd:AfricasTalking:AllowedNetworks", "196.201.1.0/24"]);
        service.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "196.201.1.7");
        service.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");

        Assert.StartsWith("CON ", await new Line(service.Http).Hop(""), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Get(ReplayHost service, string path, string? scheme)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var browser = new HttpClient(handler) { BaseAddress = service.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "fund.example";
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        if (scheme is not null)
            request.Headers.Add("X-Forwarded-Proto", scheme);
        return await browser.SendAsync(request, Stop);
    }
}
