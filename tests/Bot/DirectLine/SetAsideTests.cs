using System.Net;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>No client sends a message again by itself: one whose turn fails is told of at once, and the chat goes on.</summary>
public sealed class SetAsideTests
{
    private const string Number = "1234567897";
    private const string Code = "24681357";

    [Theory]
    [InlineData("fr-FR", "Un incident est survenu (référence ")]
    [InlineData("ar-MA", "وقع خلل (المرجع ")]
    public async Task Message_ThatFails_IsToldAtOnceAndTheMenuStaysNear(string locale, string told)
    {
        await using var service = await ReplayHost.Start(ChatLine.Now, NonsenseAction.Put, Secrets);
        var line = await ChatLine.Started(service, locale);
        foreach (var words in new[] { "2", Number })
            await line.Say(words);

        Assert.Equal(HttpStatusCode.OK, (await line.Say(Code)).Status);

        var last = (await line.All())[^1];
        Assert.StartsWith(told, (string?)last["text"], StringComparison.Ordinal);
        Assert.Single(last["suggestedActions"]!["actions"]!.AsArray());
        await line.Say("00");
        Assert.True((await line.All())[^1]["suggestedActions"]!["actions"]!.AsArray().Count > 3);
    }

    [Fact]
    public async Task Message_WhileTheStoreIsDown_MayBeSentAgain()
    {
        var gate = new SlowStore.Gate();
        await using var service = await ReplayHost.Start(ChatLine.Now, builder => SlowStore.Put(builder, gate), Secrets);
        var line = await ChatLine.Started(service);
        gate.Break("the database is down");

        Assert.Equal(HttpStatusCode.BadGateway, (await line.Say("2", "mine")).Status);
        gate.Heal();
        Assert.Equal(HttpStatusCode.OK, (await line.Say("2", "mine")).Status);

        Assert.DoesNotContain(await line.All(), activity => ((string?)activity["text"])?.StartsWith("Un incident", StringComparison.Ordinal) is true);
    }

    private static string[] Secrets => ["--Bot:DirectLine:Secrets:0:Fund", "cnps-cm", "--Bot:DirectLine:Secrets:0:Secret", ChatLine.Secret];
}
