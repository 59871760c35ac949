using System.Text.Json.Nodes;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>
/// The stream of Microsoft's newer clients that were told <c>enableVoiceMode</c>: they put <c>/multimodal</c> behind its path, send every
/// activity into it, and wait for no echo.
/// </summary>
public sealed class SpokenStreamTests
{
    private const string Under = "/multimodal";

    [Fact]
    public async Task Said_IntoTheStream_IsAnsweredThereWithoutAnEcho()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body, Under);
        var greeting = (await stream.Next())!["activities"]!.AsArray();

        await stream.Say("");
        await stream.Say(Message("1", "mine"));
        var answer = (await stream.Next())!["activities"]!.AsArray();
        await stream.Say("""{"type":"message","value":{"button":"2:1"},"channelData":{"postBack":true}}""");
        var next = (await stream.Next())!["activities"]!.AsArray();

        Assert.Single(greeting);
        Assert.StartsWith("Vous êtes", (string?)Assert.Single(answer)!["text"], StringComparison.Ordinal);
        Assert.Equal("bot", (string?)Assert.Single(next)!["from"]!["role"]);
        Assert.Equal("mine", (string?)(await line.All())[1]["channelData"]!["clientActivityID"]); // others read what was said
    }

    [Fact]
    public async Task Said_BeforeTheStream_IsReadAgainByWhoReloads()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        await line.Say("1");

        using var stream = await StreamClient.Open((await line.Start()).Body, Under);

        Assert.Equal(["bot", "user", "bot"], (await stream.Next())!["activities"]!.AsArray().Select(activity => (string?)activity!["from"]!["role"]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Copies_HaveOneEffect()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body, Under);
        await stream.Next();

        await stream.Say(Message("1", "same"));
        await stream.Next();
        await stream.Say(Message("1", "same"));
        await stream.Say(Message("2", "other"));
        await stream.Next();

        Assert.Equal(5, (await line.All()).Count);
    }

    /// <summary>No microphone is opened, as the service never says that it hears; what comes all the same harms nothing.</summary>
    [Theory]
    [InlineData("""{"type":"event","name":"media.chunk","value":{"content":"AAAA","contentType":"audio/webm"}}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"somethingNew","a":1}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"type":"message","text":7}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    public async Task Frames_ThatSayNothing_ArePassedOver(string frame)
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body, Under);
        await stream.Next();

        await stream.Say(frame);
        await stream.Say(Message("1", "mine"));

        Assert.StartsWith("Vous êtes", (string?)(await stream.Next())!["activities"]![0]!["text"], StringComparison.Ordinal);
        Assert.Equal(3, (await line.All()).Count);
    }

    [Fact]
    public async Task Frame_LongerThanAnActivity_EndsTheStream()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body, Under);
        await stream.Next();

        await stream.Say(new string('x', 70_000));

        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task TooMuchSaid_EndsTheStream()
    {
        await using var service = await ChatLine.Service("--Bot:DirectLine:PostsPerMinute", "2");
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body, Under);
        await stream.Next();

        foreach (var n in new[] { "a", "b", "c" })
            await stream.Say(Message("0", n));
        for (JsonNode? frame = new JsonObject(); frame is not null; frame = await stream.Next())
            Assert.NotNull(frame);

        Assert.Equal(5, (await line.All()).Count);
    }

    [Fact]
    public async Task Said_IntoTheOrdinaryStream_IsNoAnswer()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var stream = await StreamClient.Open((await line.Start()).Body);
        await stream.Next();

        await stream.Say(Message("1", "ignored"));
        await line.Say("1", "posted");

        Assert.Equal(["posted", null], (await stream.Next())!["activities"]!.AsArray().Select(activity => (string?)activity!["channelData"]?["clientActivityID"]), StringComparer.Ordinal);
    }

    private static string Message(string text, string id) =>
        $$$"""{"type":"message","from":{"id":"ada"},"text":"{{{text}}}","channelData":{"clientActivityID":"{{{id}}}"}}""";
}
