using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Scripts;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>What each token opens and what not, for how long, how often, and how it is taken back.</summary>
public sealed class TokenLifeTests
{
    private const string Often = "--Bot:DirectLine:Every";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every token at every door but its own: each is signed by the same key, and only its audience tells what it is for.</summary>
    [Fact]
    public async Task Token_ForSomethingElse_OpensNothing()
    {
        await using var service = await ChatLine.Service();
        var pass = await Pass(service, null);
        var line = new ChatLine(service.Http) { Credential = (string)pass["token"]!, Conversation = (string)pass["conversationId"]! };
        var started = (await line.Start("""{"user":{},"locale":"fr-FR"}""")).Body;
        foreach (var (number, answer) in ScriptedAnswers.UntilAFile("cnps-cm/paper-sent.fr.web.chat").Index())
            await line.Say(answer.Trim('[', ']'), $"walk {number}");
        await SendPhoto(service, line);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["conversation"] = line.Credential,
            ["renewal"] = (string)pass["renewal"]!,
            ["stream"] = QueryOf((string)started["streamUrl"]!),
            ["file"] = QueryOf(await FileOf(line)),
        };

        var opened = new List<string>();
        foreach (var (name, token) in tokens)
        {
            foreach (var (door, isOpen) in await Doors(service, line, token))
            {
                if (isOpen)
                    opened.Add($"{name} at {door}");
            }
        }

        Assert.Equal(["conversation at activities", "conversation at refresh", "file at file", "renewal at renewal", "stream at stream"], opened.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Ticket_UsedTwice_OpensOnce()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        var started = (await line.Start()).Body;
        using var stream = await StreamClient.Open(started);
        Assert.NotNull(await stream.Next());

        Assert.Equal(403, await StreamClient.Refusal((string)started["streamUrl"]!));
        await line.Say("1");

        Assert.NotNull(await stream.Next()); // the genuine one was not sent away
    }

    [Fact]
    public async Task Tickets_OfTheSameMoment_OpenOneEach()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        var (first, second) = ((await line.Start()).Body, (await line.Start()).Body);

        using var one = await StreamClient.Open(first);
        using var other = await StreamClient.Open(second);

        Assert.NotNull(await other.Next());
    }

    [Fact]
    public async Task Stream_WhenItsTokenEnds_EndsToo()
    {
        await using var service = await ChatLine.Service(Often, "00:00:00.1");
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body);
        Assert.NotNull(await stream.Next());

        service.Clock.Pass(TimeSpan.FromMinutes(31));

        Assert.Null(await stream.Next());
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData("renewal")]
    public async Task Stream_WhenItsTokenIsRenewed_GoesOn(string way)
    {
        await using var service = await ChatLine.Service(Often, "00:00:00.1");
        var pass = await Pass(service, null);
        var line = new ChatLine(service.Http) { Credential = (string)pass["token"]!, Conversation = (string)pass["conversationId"]! };
        using var stream = await StreamClient.Open((await line.Start()).Body);
        Assert.NotNull(await stream.Next());

        service.Clock.Pass(TimeSpan.FromMinutes(20));
        line.Credential = way is "refresh"
            ? (string)(await line.Send(HttpMethod.Post, "/tokens/refresh")).Body["token"]!
            : (string)(await Pass(service, (string)pass["renewal"]!))["token"]!;
        service.Clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await line.Say("1")).Status);

        Assert.NotNull(await stream.Next());
    }

    [Fact]
    public async Task EndOfConversation_TakesEverythingBackThatWasGivenForIt()
    {
        await using var service = await ChatLine.Service(Often, "00:00:00.1");
        var pass = await Pass(service, null);
        var line = new ChatLine(service.Http) { Credential = (string)pass["token"]!, Conversation = (string)pass["conversationId"]! };
        using var stream = await StreamClient.Open((await line.Start()).Body);
        Assert.NotNull(await stream.Next());
        var again = (string)(await line.Start()).Body["streamUrl"]!;

        Assert.Equal(HttpStatusCode.OK, (await line.Post(JsonNode.Parse("""{"type":"endOfConversation"}""")!)).Status);

        Assert.Equal("endOfConversation", (string?)(await stream.Next())!["activities"]![0]!["type"]);
        Assert.Null(await stream.Next());
        Assert.Equal(HttpStatusCode.NotFound, (await line.Send(HttpMethod.Post, "/tokens/refresh")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await line.Send(HttpMethod.Get, $"/conversations/{line.Conversation}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await line.Send(HttpMethod.Post, "/conversations", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await line.Say("1")).Status);
        Assert.NotEqual(line.Conversation, (string?)(await Pass(service, (string)pass["renewal"]!))["conversationId"], StringComparer.Ordinal);
        using var late = await StreamClient.Open(new JsonObject { ["streamUrl"] = again });
        Assert.NotNull(await late.Next());
        Assert.Null(await late.Next()); // tells the end, and ends
    }

    [Fact]
    public async Task Reconnect_TooOftenInOneConversation_IsToldToWaitAndOthersAreNot()
    {
        await using var service = await ChatLine.Service();
        var (line, other) = (await ChatLine.Started(service), await ChatLine.Started(service));

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
            answers.Add((await line.Send(HttpMethod.Get, $"/conversations/{line.Conversation}?watermark=1")).Status);

        Assert.Equal(30, answers.Count(status => status is HttpStatusCode.OK));
        Assert.Equal(10, answers.Count(status => status is HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await line.Send(HttpMethod.Post, "/conversations", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Send(HttpMethod.Get, $"/conversations/{other.Conversation}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await line.Say("1")).Status);
    }

    [Fact]
    public async Task Reconnect_TooOftenFromOneNetwork_IsToldToWait()
    {
        await using var service = await ChatLine.Service("--Bot:DirectLine:StartsPerMinute", "6");
        var lines = new[] { await ChatLine.Started(service), await ChatLine.Started(service) };

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
            answers.Add((await lines[i % 2].Send(HttpMethod.Get, $"/conversations/{lines[i % 2].Conversation}")).Status);

        Assert.Equal((6, 2), (answers.Count(status => status is HttpStatusCode.OK), answers.Count(status => status is HttpStatusCode.TooManyRequests)));
    }

    private static async Task<JsonNode> Pass(ReplayHost service, string? renewal)
    {
        using var reply = await service.Http.PostAsJsonAsync("/chat/cnps-cm/token", new { renewal }, Stop);
        return (await reply.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    private static async Task<IReadOnlyList<(string Door, bool IsOpen)>> Doors(ReplayHost service, ChatLine line, string token)
    {
        var holder = new ChatLine(service.Http) { Credential = token, Conversation = line.Conversation };
        var file = await FileOf(line);
        using var shown = await service.Http.GetAsync(new Uri($"{file[..file.IndexOf('?', StringComparison.Ordinal)]}?t={token}"), Stop);
        return
        [
            ("activities", (await holder.Read()).Status is HttpStatusCode.OK),
            ("refresh", (await holder.Send(HttpMethod.Post, "/tokens/refresh")).Status is HttpStatusCode.OK),
            ("renewal", string.Equals((string?)(await Pass(service, token))["conversationId"], line.Conversation, StringComparison.Ordinal)),
            ("stream", (await holder.Send(HttpMethod.Get, $"/conversations/{line.Conversation}/stream?t={token}")).Status is HttpStatusCode.BadRequest), // no socket, and no refusal
            ("file", shown.StatusCode is HttpStatusCode.OK),
        ];
    }

    private static async Task SendPhoto(ReplayHost service, ChatLine line)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Photo), "file", "carte.jpg" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ChatLine.Path}/conversations/{line.Conversation}/upload?userId=ada") { Content = form };
        request.Headers.Authorization = new("Bearer", line.Credential);
        using var response = await service.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<string> FileOf(ChatLine line) =>
        (await line.All()).Select(activity => (string?)activity["attachments"]?[0]?["contentUrl"]).OfType<string>().First();

    private static string QueryOf(string url) => url[(url.LastIndexOf("t=", StringComparison.Ordinal) + 2)..];
}
