using System.Net;
using System.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Host;

/// <summary>Who called, where proxies stand between: the word of trusted ones is taken, nobody else's, and no header makes anybody this machine.</summary>
public sealed class ProxyTests : IDisposable
{
    private const int Forgeries = 10_000;
    private const int AtOnce = 16;
    private const string Gateway = "196.201.1.7";
    private const string Attacker = "203.0.113.9";

    /// <summary>What an attacker writes.</summary>
    private static readonly string[] Forged =
    [
        "127.0.0.1", "::1", "[::1]:80", "::ffff:127.0.0.1", "127.0.0.1:4711", "localhost", "unknown", Gateway, $"{Gateway}:80", "127.0.0.1, 127.0.0.1", $"{Gateway}, 127.0.0.1",
    ];

    private const string Activity = """
        {"type":"message","id":"1","text":"1","channelId":"test","deliveryMode":"expectReplies",
        "from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"}}
        """;

    private static readonly string[] Headers = ["X-Forwarded-For", "X-Original-For", "X-Real-IP", "Forwarded"];

    private static readonly string[] Networks = ["--Ussd:AfricasTalking:AllowedNetworks", "196.201.1.0/24"];

    private static readonly string[] Trusted = ["--Proxies:Trusted", "127.0.0.0/8 ::1/128"];

    private readonly string _folder = Directory.CreateTempSubdirectory("chatchannels-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The proxy is this test: it calls from this machine, and adds the attacker's address as proxies do, or passes on what it was sent, or nothing.</summary>
    [Theory]
    [InlineData(true, true, Attacker)]
    [InlineData(true, false, Attacker)]
    [InlineData(false, false, Attacker)]
    [InlineData(false, true, "127.0.0.1")]
    [InlineData(true, true, "127.0.0.1")]
    [InlineData(false, true, null)]
    public async Task Forged_TenThousandTimes_NobodyIsLetIn(bool hasNetworks, bool hasProxy, string? added)
    {
        await using var service = await ReplayHost.Start(
            Scene.Now, [.. hasNetworks ? Networks : [], .. hasProxy ? Trusted : [], "--Simulator:Enabled", "true", "--Ussd:Limits:StrangerPerMinute", "1000000"]);
        var letIn = 0;
        await Parallel.ForAsync(0, Forgeries / 6, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (n, stop) =>
        {
            using var request = Request(n % 3);
            if (added is null)
                request.Headers.TryAddWithoutValidation("Accept", "*/*"); // the proxy adds nothing, and took away what was forged
            else
                Forge(request, n / 3, added);
            using var response = await service.Http.SendAsync(request, stop);
            if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized))
                Interlocked.Increment(ref letIn);
        });

        Assert.Equal(0, letIn);
        Assert.Null(service.Store.Last);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Direct_OnThisMachineInDevelopment_IsLetIn(int door)
    {
        await using var service = await ReplayHost.Start(Scene.Now, "--Simulator:Enabled", "true");
        using var request = Request(door);
        using var response = await service.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Direct_OnThisMachineInProduction_IsNot()
    {
        using var host = await HostProcess.Start("--Storage:Path", Path.Combine(_folder, "x.db"), "--Storage:KeyFile", Path.Combine(_folder, "x.key"));
        using var request = Request(1);
        using var response = await host.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Proxy_Trusted_ItsCallersAddressCounts()
    {
        await using var service = await ReplayHost.Start(Scene.Now, [.. Networks, .. Trusted]);

        Assert.Equal(HttpStatusCode.OK, await Call(service, Gateway));
        Assert.Equal(HttpStatusCode.OK, await Call(service, $"127.0.0.1, {Gateway}"));
        Assert.Equal(HttpStatusCode.Forbidden, await Call(service, $"{Gateway}, {Attacker}"));
    }

    [Fact]
    public async Task Proxy_BehindAnother_ReadsAsManyEntriesAsAreSet()
    {
        await using var service = await ReplayHost.Start(Scene.Now, [.. Networks, "--Proxies:Trusted", "127.0.0.0/8 10.0.0.0/8", "--Proxies:Hops", "2"]);

        Assert.Equal(HttpStatusCode.OK, await Call(service, $"{Gateway}, 10.1.2.3"));
        Assert.Equal(HttpStatusCode.Forbidden, await Call(service, $"{Gateway}, {Attacker}, 10.1.2.3"));
        Assert.Equal(HttpStatusCode.Forbidden, await Call(service, $"{Gateway}, {Attacker}"));
    }

    [Fact]
    public async Task Proxy_NotTrusted_IsTheCaller()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Networks);

        Assert.Equal(HttpStatusCode.Forbidden, await Call(service, Gateway));
    }

    private static void Forge(HttpRequestMessage request, int n, string added)
    {
        var (header, value) = (Headers[n % Headers.Length], Forged[n % Forged.Length]);
        if (header is "X-Forwarded-For")
        {
            request.Headers.TryAddWithoutValidation(header, $"{value}, {added}");
            return;
        }

        request.Headers.TryAddWithoutValidation(header, header is "Forwarded" ? $"for={value}" : value);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", added);
    }

    private static HttpRequestMessage Request(int door) => door switch
    {
        0 => new(HttpMethod.Post, "/ussd/africastalking") { Content = Form() },
        1 => new(HttpMethod.Post, "/api/messages/cnps-cm") { Content = new StringContent(Activity, Encoding.UTF8, "application/json") },
        _ => new(HttpMethod.Get, "/simulator/api/messages?phone=%2B237650000001"),
    };

    private static FormUrlEncodedContent Form() => new(
    [
        KeyValuePair.Create("sessionId", "ATUid_1"), KeyValuePair.Create("phoneNumber", "+237650000001"),
        KeyValuePair.Create("networkCode", "62401"), KeyValuePair.Create("serviceCode", "*237*1#"), KeyValuePair.Create("text", ""),
    ]);

    private static async Task<HttpStatusCode> Call(ReplayHost service, string forwarded)
    {
        using var request = Request(0);
        request.Headers.Add("X-Forwarded-For", forwarded);
        using var response = await service.Http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
