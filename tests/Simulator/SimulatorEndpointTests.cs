using System.Net;
using ChatChannels.Simulator.World;

namespace ChatChannels.Tests.Simulator;

public sealed class SimulatorEndpointTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Files => new()
    {
        { "/simulator", "text/html; charset=utf-8" },
        { "/simulator/", "text/html; charset=utf-8" },
        { "/simulator/simulator.css", "text/css; charset=utf-8" },
        { "/simulator/phone.css", "text/css; charset=utf-8" },
        { "/simulator/simulator.js", "text/javascript; charset=utf-8" },
        { "/simulator/icon.svg", "image/svg+xml" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_Asked_HasTypeTagAndStrictPolicy(string path, string contentType)
    {
        await using var host = await SimulatorHost.StartAsync();
        using var client = host.Client();

        using var response = await client.GetAsync(Relative(path), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.NotNull(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl?.NoCache);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_AskedAgainWithItsTag_IsNotSentAgain()
    {
        await using var host = await SimulatorHost.StartAsync();
        using var client = host.Client();
        using var first = await client.GetAsync(Relative("/simulator/simulator.js"), Cancellation);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.GetAsync(Relative("/simulator/simulator.js"), Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Funds_Asked_AreGivenInTheirShape()
        => Assert.StartsWith(
            """[{"id":"demo-cm","name":{"fr":"Caisse d\u2019essai","ar":""",
            await GetAsync("/simulator/api/funds"),
            StringComparison.Ordinal);

    [Fact]
    public async Task Funds_Asked_CarryCodesCountryLanguagesAndNetworks()
        => Assert.Contains(
            """
            "serviceCodes":["*212#"],"country":"MA","languages":["fr","ar"],"networks":[{"code":"60401","name":"Maroc Telecom"}]
            """.Trim(),
            await GetAsync("/simulator/api/funds"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "demo-cm")]
    [InlineData("demo-ma", "demo-ma")]
    [InlineData("nowhere", "demo-cm")]
    public async Task Funds_Asked_BeginWithTheOneThatIsConfigured(string? configured, string first)
    {
        await using var host = await SimulatorHost.StartAsync(fund: configured);
        using var client = host.Client();

        Assert.StartsWith($$"""[{"id":"{{first}}",""", await client.GetStringAsync(Relative("/simulator/api/funds"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stand_Asked_IsGivenInItsShape()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.World.Stand = () => new("form.review") { Key = "98" };
        using var client = host.Client();

        Assert.Equal(
            """{"ask":"form.review","key":"98","awaitsCode":false}""",
            await client.GetStringAsync(Relative("/simulator/api/stand?fund=demo-cm&phone=%2B237650000001"), Cancellation));
    }

    [Fact]
    public async Task People_OfAFund_AreGivenWithTheirAnswers()
    {
        var json = await GetAsync("/simulator/api/people?fund=demo-cm");

        Assert.Contains("\"phone\":\"\\u002B237650000001\",\"answers\":[{\"ask\":\"menu\",\"label\":{\"fr\":\"Bienvenue\"", json, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"NGONO\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_OfAnUnknownFund_AreNone()
        => Assert.Equal("[]", await GetAsync("/simulator/api/people?fund=nowhere"));

    [Fact]
    public async Task Messages_OfAnybody_AreGivenInTheirShape()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.World.Receive(new("m1", MessageKind.Sms, "FUND", FakeWorld.Phone, "Bonjour") { At = Morning, Segments = 1 });
        using var client = host.Client();

        var json = await client.GetStringAsync(Relative("/simulator/api/messages"), Cancellation);

        Assert.Equal(
            """[{"id":"m1","kind":"sms","from":"FUND","to":"\u002B237650000001","text":"Bonjour","""
            + """ "at":"2026-03-05T09:00:00+00:00","state":"delivered","segments":1}]""".TrimStart(),
            json);
    }

    [Theory]
    [InlineData("GET", "people", "fund")]
    [InlineData("GET", "people?fund=", "fund")]
    [InlineData("GET", "stand?fund=demo-cm", "phone")]
    [InlineData("POST", "texts?fund=demo-cm&text=1", "phone")]
    public async Task Question_WithoutWhatItNeeds_IsRefusedInASentence(string method, string path, string missing)
    {
        await using var host = await SimulatorHost.StartAsync();
        using var client = host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), Relative($"/simulator/api/{path}"));

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith($"The address lacks '{missing}': ?", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processing_Posted_SaysHowManyCasesMoved()
    {
        await using var host = await SimulatorHost.StartAsync();
        using var client = host.Client();

        using var response = await client.PostAsync(Relative("/simulator/api/processing"), content: null, Cancellation);

        Assert.Equal("""{"processed":3}""", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private static async Task<string> GetAsync(string path)
    {
        await using var host = await SimulatorHost.StartAsync();
        using var client = host.Client();
        return await client.GetStringAsync(Relative(path), Cancellation);
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
