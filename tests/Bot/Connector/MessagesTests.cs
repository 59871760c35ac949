using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Services;
using ChatChannels.Tests.Bot.DirectLine;
using ChatChannels.Tests.Runtime.HandOvers;
using ChatChannels.Tests.Scripts;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.Connector;

/// <summary>The bot at <c>/api/messages</c>, by the tokens of a channel that the tests issue.</summary>
public sealed class MessagesTests : IAsyncLifetime
{
    private TestChannel _channel = null!;
    private ReplayHost _bot = null!;
    private int _said;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _channel = await TestChannel.Start();
        _bot = await ReplayHost.Start(ChatLine.Now, _channel.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
    }

    [Fact]
    public async Task Message_ExpectReplies_AnswersInTheBodyAndCallsNobody()
    {
        var greeting = await Tell(Activity("conversationUpdate", ("membersAdded", new JsonArray(new JsonObject { ["id"] = "ada" }))), Good());
        var again = await Tell(Activity("conversationUpdate", ("membersAdded", new JsonArray(new JsonObject { ["id"] = "ada" }))), Good());
        var answer = await Tell(Activity("message", ("text", "1")), Good());

        var shown = Assert.Single(greeting.Body["activities"]!.AsArray())!;
        Assert.StartsWith("CNPS", (string?)shown["text"], StringComparison.Ordinal);
        Assert.Equal(("bot", "ada", "teams-1", "webchat"), ((string?)shown["from"]!["role"], (string?)shown["recipient"]!["id"], (string?)shown["conversation"]!["id"], (string?)shown["channelId"]));
        Assert.Empty(again.Body["activities"]!.AsArray());
        Assert.StartsWith("Vous êtes", (string?)answer.Body["activities"]![0]!["text"], StringComparison.Ordinal);
        await Deliver();
        Assert.Empty(_channel.Received);
    }

    [Fact]
    public async Task ConversationUpdate_OfTheBotAlone_GreetsNobody()
    {
        var (status, body) = await Tell(Activity("conversationUpdate", ("membersAdded", new JsonArray(new JsonObject { ["id"] = "bot-1" }))), Good());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body["activities"]!.AsArray());
    }

    [Fact]
    public async Task Message_Normal_IsAnsweredByTheConnectorWithItsToken()
    {
        var said = Activity("message", ("text", "bonjour"), ("deliveryMode", null));
        Assert.Equal(HttpStatusCode.OK, (await Tell(said, Good())).Status);
        Assert.Equal(HttpStatusCode.OK, (await Tell(said, Good())).Status); // the channel had no patience
        await Deliver();

        var reply = Assert.Single(_channel.Received);
        Assert.Equal("/v3/conversations/teams-1/activities/a1", reply.Path);
        Assert.StartsWith("Bearer ey", reply.Authorization, StringComparison.Ordinal);
        Assert.StartsWith("CNPS", (string?)reply.Body["text"], StringComparison.Ordinal);
        Assert.Equal("a1", (string?)reply.Body["replyToId"]);
    }

    [Fact]
    public async Task Reply_NotTakenAtFirst_ComesAgainUnderTheSameIdAndOneTokenServesAll()
    {
        _channel.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        await Tell(Activity("message", ("text", "bonjour"), ("deliveryMode", null)), Good());
        await Deliver();
        _bot.Clock.Pass(TimeSpan.FromMinutes(1));
        await Deliver();
        await Tell(Activity("message", ("text", "1"), ("deliveryMode", null)), Good());
        await Deliver();

        Assert.Equal([1, 2], _channel.Received.GroupBy(delivery => delivery.RequestId, StringComparer.Ordinal).Select(same => same.Count()).Order());
        Assert.Equal(1, _channel.TokenFetches);
        _bot.Clock.Pass(TimeSpan.FromMinutes(54));
        await Tell(Activity("message", ("text", "1"), ("deliveryMode", null)), Good());
        await Deliver();
        Assert.Equal(2, _channel.TokenFetches);
    }

    [Fact]
    public async Task Reply_NotAllowed_IsSentAgainWithAnotherToken()
    {
        _channel.Answers.Enqueue(HttpStatusCode.Unauthorized);
        await Tell(Activity("message", ("text", "bonjour"), ("deliveryMode", null)), Good());
        await Deliver();
        _bot.Clock.Pass(TimeSpan.FromMinutes(1));
        await Deliver();

        Assert.Equal((2, 2), (_channel.Received.Count, _channel.TokenFetches));
    }

    [Theory]
    [InlineData("data:image/jpeg;base64,", true)]
    [InlineData("{service}/files/photo", true)]
    [InlineData("{service}/files/missing", false)]
    [InlineData("{service}/files/cut", false)]
    [InlineData("http://127.0.0.2/files/photo", false)] // not the service that the message came from
    [InlineData("data:image/jpeg;base64,?", false)]
    public async Task File_Attached_IsKeptWhereItCanBeHadAndElseAskedForAgain(string address, bool isKept)
    {
        await Tell(Activity("conversationUpdate", ("membersAdded", new JsonArray(new JsonObject { ["id"] = "ada" }))), Good());
        JsonNode asked = new JsonObject();
        foreach (var said in ScriptedAnswers.UntilAFile("cnps-cm/paper-sent.fr.web.chat"))
            asked = (await Tell(Activity("message", ("text", said.Trim('[', ']'))), Good())).Body;
        _bot.Store.TakeChanges();
        var url = address.EndsWith(',') ? address + Convert.ToBase64String(SampleFiles.Photo) : address.Replace("{service}", _channel.Url, StringComparison.Ordinal);

        var (status, body) = await Tell(Activity("message", ("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = url }))), Good());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(isKept ? 1 : 0, _bot.Store.TakeChanges().OfType<Change.KeepDocument>().Count());
        var (before, after) = ((string)asked["activities"]![0]!["text"]!, (string)body["activities"]![0]!["text"]!);
        Assert.Equal(!isKept, after.EndsWith(before, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agent_SpeaksUnasked_IsHeardInTheConversationWithItsTokenAndTheBotIsSilent()
    {
        _bot.WithAgent();
        foreach (var said in new[] { "bonjour", "97", "1" })
            await Tell(Activity("message", ("text", said)), Good());
        var desk = _bot.Services.GetRequiredService<IHandOverDesk>();
        var waiting = Assert.Single(await desk.Open(new FundId("cnps-cm"), Stop));
        Assert.Equal(DeskAnswer.Done, await desk.Take(waiting, "ada"));
        var silent = await Tell(Activity("message", ("text", "ma question")), Good());
        Assert.Equal(DeskAnswer.Done, await desk.Say(waiting, "ada", "1", "ma réponse"));
        await Deliver();

        Assert.Empty(silent.Body["activities"]!.AsArray());
        Assert.Equal(["/v3/conversations/teams-1/activities"], _channel.Received.Select(delivery => delivery.Path).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(_channel.Received, delivery => Assert.StartsWith("Bearer ey", delivery.Authorization, StringComparison.Ordinal));
        var heard = _channel.Received.Last().Body;
        Assert.Equal(("Agent : ma réponse", "ada", "teams-1"), ((string?)heard["text"], (string?)heard["recipient"]!["id"], (string?)heard["conversation"]!["id"]));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("installationUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task Activity_ThatAsksNothing_IsTakenInSilence(string type)
    {
        var (status, body) = await Tell(Activity(type), Good());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body["activities"]!.AsArray());
    }

    [Fact]
    public async Task SkillCall_WhenTheServiceEnds_IsToldSo()
    {
        var token = _channel.Token(ChatLine.Now, TestChannel.CallerIssuer, claims: [("appid", TestChannel.CallerId), ("ver", "1.0")]);
        await Tell(Activity("message", ("text", "bonjour")), token);
        var shown = await Tell(Activity("message", ("text", "1")), token);
        for (var i = 0; i < 6 && StopOn(shown.Body) is null; i++)
            shown = await Tell(Activity("message", ("text", "zz")), token); // until a way out is offered
        Assert.Equal("message", Types(shown.Body));

        var end = await Tell(Activity("message", ("text", StopOn(shown.Body))), token);

        Assert.Equal("message endOfConversation", Types(end.Body));
        Assert.Equal("completedSuccessfully", (string?)end.Body["activities"]![1]!["code"]);

        static string Types(JsonNode body) => string.Join(' ', body["activities"]!.AsArray().Select(activity => (string?)activity!["type"]));
        static string? StopOn(JsonNode body) => body["activities"]![0]!["suggestedActions"]?["actions"]!.AsArray()
            .Where(button => ((string?)button!["title"])!.StartsWith("Arrêter", StringComparison.Ordinal)).Select(button => (string?)button!["text"]).FirstOrDefault();
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("key name")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("no service address")]
    [InlineData("service address")]
    [InlineData("service address by a slash")]
    [InlineData("endorsement")]
    [InlineData("caller")]
    [InlineData("unsigned")]
    [InlineData("hashed with the public key")]
    public async Task Token_ThatIsNotGood_IsRefused(string fault)
    {
        using var other = RSA.Create(2048);
        var (now, address) = (ChatLine.Now, _channel.Url);
        var token = fault switch
        {
            "no token" => "",
            "issuer" => _channel.Token(now, "https://evil.example", claims: ("serviceurl", address)),
            "audience" => _channel.Token(now, audience: "another-app", claims: ("serviceurl", address)),
            "key" => _channel.Token(now, key: other, claims: ("serviceurl", address)),
            "key name" => _channel.Token(now, kid: "k9", key: other, claims: ("serviceurl", address)),
            "expired" => _channel.Token(now, begins: TimeSpan.FromHours(-2), ends: TimeSpan.FromMinutes(-5), claims: ("serviceurl", address)),
            "not yet" => _channel.Token(now, begins: TimeSpan.FromMinutes(6), claims: ("serviceurl", address)),
            "no service address" => _channel.Token(now),
            "service address" => _channel.Token(now, claims: ("serviceurl", "https://other.example")),
            "service address by a slash" => _channel.Token(now, claims: ("serviceurl", address + "/")),
            "endorsement" => Good(),
            "caller" => _channel.Token(now, TestChannel.CallerIssuer, claims: [("appid", "8c1f7d3e-0000-4000-8000-000000000003"), ("ver", "1.0")]),
            "unsigned" => string.Join('.', Good().Split('.')[..2]) + ".",
            _ => Confused(),
        };

        var (status, _) = await Tell(Activity("message", ("text", "1"), ("channelId", fault is "endorsement" ? "emulator" : "webchat")), token);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(-6, false)]
    public async Task Token_OfAClockAside_IsTakenWithinFiveMinutes(int minutes, bool taken)
    {
        var token = minutes < 0
            ? _channel.Token(ChatLine.Now, begins: TimeSpan.FromHours(-1), ends: TimeSpan.FromMinutes(minutes), claims: ("serviceurl", _channel.Url))
            : _channel.Token(ChatLine.Now, begins: TimeSpan.FromMinutes(minutes), claims: ("serviceurl", _channel.Url));

        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await Tell(Activity("typing"), token)).Status);
    }

    [Fact]
    public async Task Keys_Rolled_AreFetchedAgainButAtMostHourly()
    {
        Assert.Equal(HttpStatusCode.OK, (await Tell(Activity("typing"), Good())).Status);
        _channel.Roll("k2");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await Tell(Activity("typing"), Good())).Status);
        Assert.Equal(1, _channel.KeyFetches);

        _bot.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.OK, (await Tell(Activity("typing"), Good())).Status);
        Assert.Equal(2, _channel.KeyFetches);
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"text":"1"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"type":"message","text":"1","conversation":{"id":"c"},"from":{"id":"u"},"serviceUrl":"http://elsewhere.example"}""")]
    public async Task Body_ThatCannotBeAnswered_Is400(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Good());
        using var response = await _bot.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/messages/cnss-ma", HttpStatusCode.NotFound)]
    [InlineData("/api/messages/cnps-cm", HttpStatusCode.OK)]
    public async Task Path_OfAFund_MustBeTheAppsOwn(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await Tell(Activity("typing"), Good(), path)).Status);

    [Theory]
    [InlineData("/api/messages/cnps-cm", "http://127.0.0.1:9", null, HttpStatusCode.OK)]
    [InlineData("/api/messages/nobody", "http://127.0.0.1:9", null, HttpStatusCode.NotFound)]
    [InlineData("/api/messages/cnps-cm", "https://elsewhere.example", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/messages/cnps-cm", "http://127.0.0.1:9", "196.201.1.7", HttpStatusCode.Unauthorized)]
    public async Task WithoutAnApp_OnlyThisMachineIsAnswered(string path, string service, string? forwarded, HttpStatusCode expected)
    {
        await using var bot = await ReplayHost.Start(ChatLine.Now);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(Activity("message", ("text", "bonjour"), ("serviceUrl", service)).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        using var response = await bot.Http.SendAsync(request, Stop);

        Assert.Equal(expected, response.StatusCode);
    }

    private string Good() => _channel.Token(_bot.Clock.GetUtcNow(), claims: ("serviceurl", _channel.Url));

    /// <summary>Signed by HMAC with what everybody knows of the key.</summary>
    private static string Confused()
    {
        var (head, claims) = ("""{"alg":"HS256","typ":"JWT","kid":"k1"}""", $$"""{"iss":"{{TestChannel.Issuer}}","aud":"{{TestChannel.AppId}}","exp":4102444800}""");
        var signed = $"{Encode(Encoding.UTF8.GetBytes(head))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Encode(HMACSHA256.HashData("k1"u8, Encoding.UTF8.GetBytes(signed)))}";

        static string Encode(byte[] octets) => System.Buffers.Text.Base64Url.EncodeToString(octets);
    }

    private JsonObject Activity(string type, params (string Name, JsonNode? Value)[] more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"a{++_said}",
            ["channelId"] = "webchat",
            ["serviceUrl"] = _channel.Url,
            ["locale"] = "fr-CM",
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = "ada" },
            ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "CNPS" },
            ["conversation"] = new JsonObject { ["id"] = "teams-1" },
        };
        foreach (var (name, value) in more)
            activity[name] = value;
        return activity;
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> Tell(JsonNode activity, string token, string path = "/api/messages")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _bot.Http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return (response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    private async Task Deliver() => await _bot.Services.GetRequiredService<Courier>().Round(Stop);
}
