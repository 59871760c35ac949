using System.Net;
using System.Text.Json.Nodes;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>A conversation as its client sees it on the wire.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("fr-CM", "fr", "ltr", "Pré-immatriculation")]
    [InlineData("ar", "ar", "rtl", "التسجيل المسبق")]
    [InlineData("EN-us", "en", "ltr", "Pre-registration")]
    public async Task Start_Locale_GreetsOnceInThatLanguage(string locale, string language, string direction, string first)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service, locale);

        var greeting = Assert.Single(await line.All());

        Assert.Equal("message", (string?)greeting["type"]);
        Assert.Equal(language, (string?)greeting["locale"]);
        Assert.Equal("plain", (string?)greeting["textFormat"]);
        Assert.Equal("bot", (string?)greeting["from"]!["role"]);
        Assert.Equal($"{line.Conversation}|0000001", (string?)greeting["id"]);
        Assert.Equal("2026-03-05T09:00:00.000Z", (string?)greeting["timestamp"]);
        Assert.Equal(direction, (string?)greeting["channelData"]!["chatchannels"]!["direction"]);
        Assert.StartsWith(first, (string?)greeting["suggestedActions"]!["actions"]![0]!["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Again_TellsTheSameConversationAndGreetsNobody()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);

        var (status, body) = await line.Start();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(line.Conversation, (string?)body["conversationId"]);
        Assert.Equal(1800, (int)body["expires_in"]!);
        Assert.StartsWith("ws://127.0.0.1:", (string?)body["streamUrl"], StringComparison.Ordinal);
        Assert.Single(await line.All());
    }

    [Fact]
    public async Task Post_Message_IsEchoedWithItsChannelDataAndAnswered()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);

        var (status, body) = await line.Say("1", "mine");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"{line.Conversation}|0000002", (string?)body["id"]);
        var (_, read) = await line.Read("1");
        Assert.Equal("3", (string?)read["watermark"]);
        var (echo, answer) = (read["activities"]![0]!, read["activities"]![1]!);
        Assert.Equal("""{"clientActivityID":"mine","more":[1,"é"]}""", echo["channelData"]!.ToJsonString(Wire));
        Assert.Equal(("1", "user", "someone"), ((string?)echo["text"], (string?)echo["from"]!["role"], (string?)echo["from"]!["id"]));
        Assert.Equal((string?)body["id"], (string?)echo["id"]);
        Assert.Equal((string?)echo["id"], (string?)answer["replyToId"]);
        Assert.Contains("Vous êtes", (string?)answer["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameClientId_HappensOnceAndGivesTheSameId()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);

        var first = await line.Say("1", "mine");
        await line.Say("1", "another");
        var again = await line.Say("1", "mine");

        Assert.Equal((HttpStatusCode.OK, (string?)first.Body["id"]), (again.Status, (string?)again.Body["id"]));
        Assert.Equal(5, (await line.All()).Count);
    }

    [Fact]
    public async Task Post_Button_OfAnOlderScreen_ShowsThePresentOne()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        var button = (await line.All())[0]["suggestedActions"]!["actions"]![0]!;
        await Touch(line, button, "a");

        await Touch(line, button, "b");

        var texts = (await line.All()).Where(activity => (string?)activity["from"]!["role"] is "bot").Select(activity => (string?)activity["text"]).ToList();
        Assert.Equal(3, texts.Count);
        Assert.NotEqual(texts[0], texts[1], StringComparer.Ordinal);
        Assert.Equal(texts[1], texts[2], StringComparer.Ordinal);
    }

    [Fact]
    public async Task Post_JoinAgainAndAgain_SaysNothing()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);

        for (var i = 0; i < 3; i++)
        {
            var join = new JsonObject { ["type"] = "event", ["name"] = "webchat/join", ["value"] = new JsonObject { ["language"] = "fr" } };
            Assert.Equal(HttpStatusCode.OK, (await line.Post(join)).Status);
        }

        Assert.Single(await line.All());
    }

    [Fact]
    public async Task Post_WordAfterADay_OpensTheConversationAgain()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        service.Clock.Pass(TimeSpan.FromMinutes(29));
        line.Credential = (string)(await line.Send(HttpMethod.Post, "/tokens/refresh")).Body["token"]!;
        await line.Say("1");
        service.Clock.Pass(TimeSpan.FromHours(25));
        line.Credential = ChatLine.Secret;

        await line.Say("bonjour");

        Assert.Contains("que voulez-vous faire", (string?)(await line.All())[^1]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconnect_WithoutWatermark_StreamsOnlyWhatIsNew()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        await line.Say("1");

        var (status, body) = await line.Send(HttpMethod.Get, $"/conversations/{line.Conversation}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull((string?)body["token"]);
        Assert.Contains("watermark=3&t=", (string?)body["streamUrl"], StringComparison.Ordinal);
        Assert.Contains("watermark=1&t=", (string?)(await line.Send(HttpMethod.Get, $"/conversations/{line.Conversation}?watermark=1")).Body["streamUrl"], StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Wire = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task Touch(ChatLine line, JsonNode button, string id) => await line.Post(new JsonObject
    {
        ["type"] = "message",
        ["text"] = (string?)button["text"],
        ["value"] = button["value"]!.DeepClone(),
        ["channelData"] = new JsonObject { ["clientActivityID"] = id },
    });
}
