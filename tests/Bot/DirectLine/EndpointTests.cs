using System.Net;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>What each call answers to what it should not get, by the codes that clients understand.</summary>
public sealed class EndpointTests
{
    /// <summary><c>{c}</c> stands for the caller's own conversation.</summary>
    public static TheoryData<string, string, string, string?, HttpStatusCode> Calls => new()
    {
        { "nothing", "POST", "/tokens/generate", null, HttpStatusCode.Unauthorized },
        { "nothing", "POST", "/conversations", "{}", HttpStatusCode.Unauthorized },
        { "nothing", "GET", "/conversations/{c}/activities", null, HttpStatusCode.Unauthorized },
        { "wrong", "POST", "/tokens/generate", null, HttpStatusCode.Forbidden },
        { "wrong", "POST", "/tokens/refresh", null, HttpStatusCode.Forbidden },
        { "wrong", "GET", "/conversations/{c}/activities", null, HttpStatusCode.Forbidden },
        { "secret", "POST", "/tokens/generate", null, HttpStatusCode.OK },
        { "secret", "POST", "/tokens/generate", """{"user":{"id":"dl_ada"}}""", HttpStatusCode.OK },
        { "secret", "POST", "/tokens/generate", """{"user":{"id":"ada"}}""", HttpStatusCode.BadRequest },
        { "secret", "POST", "/tokens/generate", """{"USER":{"Id":"ada"}}""", HttpStatusCode.BadRequest },
        { "secret", "POST", "/tokens/generate", """{"User":{"ID":"dl_ada"},"TrustedOrigins":["https://fund.example"],"ETag":"1"}""", HttpStatusCode.OK },
        { "secret", "POST", "/tokens/generate", "[1]", HttpStatusCode.BadRequest },
        { "secret", "POST", "/tokens/generate", "{", HttpStatusCode.BadRequest },
        { "secret", "POST", "/tokens/refresh", null, HttpStatusCode.BadRequest },
        { "secret", "POST", "/conversations", null, HttpStatusCode.Created },
        { "secret", "GET", "/conversations/{c}/activities", null, HttpStatusCode.OK },
        { "secret", "GET", "/conversations/nobodys/activities", null, HttpStatusCode.NotFound },
        { "token", "POST", "/tokens/generate", null, HttpStatusCode.Forbidden },
        { "token", "POST", "/tokens/refresh", null, HttpStatusCode.OK },
        { "token", "POST", "/conversations", """{"user":{"id":"another"}}""", HttpStatusCode.OK },
        { "token", "GET", "/conversations/{c}", null, HttpStatusCode.OK },
        { "token", "GET", "/conversations/{c}/activities?watermark=zzz", null, HttpStatusCode.OK },
        { "token", "GET", "/conversations/nobodys/activities", null, HttpStatusCode.Forbidden },
        { "token", "POST", "/conversations/nobodys/activities", """{"type":"message","text":"1"}""", HttpStatusCode.Forbidden },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","text":"1"}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"Type":"message","TEXT":"1"}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","value":"1"}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","value":{"foo":"bar"},"channelData":{"postBack":true}}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","value":null}""", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", $$"""{"type":"message","text":"{{new string('x', 70_000)}}"}""", HttpStatusCode.RequestEntityTooLarge },
        { "token", "POST", "/conversations/{c}/activities", $$"""{"type":"message","text":"{{new string('x', 3_000_000)}}"}""", HttpStatusCode.RequestEntityTooLarge },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"typing"}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"somethingNew","a":1}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"endOfConversation"}""", HttpStatusCode.OK },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message"}""", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","text":7}""", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","text":"a","channelData":{"x":"\ud800"}}""", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", """{"type":"message","text":"\ud800"}""", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", """{"text":"1"}""", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", "null", HttpStatusCode.BadRequest },
        { "token", "POST", "/conversations/{c}/activities", "", HttpStatusCode.BadRequest },
        { "token", "GET", "/conversations/{c}/stream", null, HttpStatusCode.Forbidden },
        { "token", "GET", "/conversations/{c}/stream/multimodal", null, HttpStatusCode.Forbidden },
        { "token", "GET", "/conversations/{c}/attachments/00000000-0000-0000-0000-000000000000", null, HttpStatusCode.NotFound },
        { "expired", "POST", "/tokens/refresh", null, HttpStatusCode.Forbidden },
        { "expired", "POST", "/conversations", "{}", HttpStatusCode.Forbidden },
        { "expired", "GET", "/conversations/{c}", null, HttpStatusCode.Forbidden },
        { "expired", "GET", "/conversations/{c}/activities", null, HttpStatusCode.Forbidden },
        { "expired", "POST", "/conversations/{c}/activities", """{"type":"message","text":"1"}""", HttpStatusCode.Forbidden },
        { "expired", "POST", "/conversations/{c}/upload", "x", HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_AnswersByItsCode(string who, string method, string path, string? body, HttpStatusCode expected)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service, user: "dl_ada");
        Become(line, who, service);

        var (status, answer) = await line.Send(new HttpMethod(method), path.Replace("{c}", line.Conversation, StringComparison.Ordinal), body);

        Assert.Equal(expected, status);
        Assert.Equal((int)status >= 400, answer["error"] is not null);
    }

    [Fact]
    public async Task Start_LocaleInAnotherCase_IsTheLanguage()
    {
        await using var service = await ChatLine.Service();
        var line = new ChatLine(service.Http);
        await line.Start("""{"LOCALE":"ar-MA","User":{"ID":"ada"}}""");

        Assert.Equal("ar", (string?)Assert.Single(await line.All())["locale"]);
    }

    [Fact]
    public async Task Post_ValueAlone_IsSaidAndReadBack()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);

        await line.Post(JsonNode.Parse("""{"type":"message","value":"1","channelData":{"postBack":true}}""")!);

        var all = await line.All();
        Assert.Equal("1", (string?)all[1]["value"]);
        Assert.StartsWith("Vous êtes", (string?)all[2]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ByAnotherUser_IsAConflict()
    {
        await using var service = await ChatLine.Service();
        var line = new ChatLine(service.Http);
        await line.Begin();
        var token = line.Credential;
        await line.Start("""{"user":{"id":"ada"}}""");
        line.Credential = token;

        var (status, _) = await line.Start("""{"user":{"id":"bob"}}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task Post_TokenWithUser_SpeaksAsThatUserWhateverItSays()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service, user: "dl_ada");

        await line.Post(JsonNode.Parse("""{"type":"message","text":"1","from":{"id":"dl_bob","role":"bot"},"id":"x","timestamp":"2001-01-01T00:00:00Z"}""")!);

        var echo = (await line.All())[1];
        Assert.Equal(("dl_ada", "user"), ((string?)echo["from"]!["id"], (string?)echo["from"]!["role"]));
        Assert.Equal("2026-03-05T09:00:00.000Z", (string?)echo["timestamp"]);
    }

    [Fact]
    public async Task Preflight_AnyCall_IsAllowedWithoutACredential()
    {
        await using var service = await ChatLine.Service();
        foreach (var path in new[] { "/conversations", "/tokens/refresh", "/conversations/x/activities", "/session/getsessionid" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, ChatLine.Path + path);
            request.Headers.Add("Origin", "https://fund.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
            using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            Assert.Equal("https://fund.example", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Contains("X-MS-Bot-Agent", response.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
            Assert.Equal(path.StartsWith("/session", StringComparison.Ordinal), response.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Fact]
    public async Task Post_TooOften_IsToldToWait_AndPollingStaysPolite()
    {
        await using var service = await ChatLine.Service("--Bot:DirectLine:PostsPerMinute", "3");
        var line = await ChatLine.Started(service);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await line.Say("1", $"{i}")).Status);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        for (var i = 0; i < 700; i++)
        {
            var (status, set) = await line.Read("7");
            Assert.Equal((HttpStatusCode.OK, "7"), (status, (string?)set["watermark"]));
        }
    }

    [Fact]
    public async Task Start_TooOften_IsToldToWait()
    {
        await using var service = await ChatLine.Service("--Bot:DirectLine:StartsPerMinute", "2");
        var line = new ChatLine(service.Http);
        await line.Begin();
        await line.Start();

        Assert.Equal(HttpStatusCode.TooManyRequests, (await line.Start()).Status);
    }

    private static void Become(ChatLine line, string who, ReplayHost service)
    {
        if (who is "expired")
            service.Clock.Pass(TimeSpan.FromMinutes(30));
        line.Credential = who switch
        {
            "nothing" => "",
            "wrong" => "a-secret-of-nobody-that-is-long-enough",
            "secret" => ChatLine.Secret,
            _ => line.Credential,
        };
    }
}
