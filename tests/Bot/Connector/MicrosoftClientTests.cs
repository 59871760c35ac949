using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Tests.Bot.DirectLine;

namespace ChatChannels.Tests.Bot.Connector;

/// <summary>npm's <c>botbuilder</c> and <c>botframework-connector</c>, unmodified, go the whole way of a pre-registration as a channel and as a bot that calls a skill.</summary>
public sealed class MicrosoftClientTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("fr", "skill")]
    [InlineData("ar", "skill")]
    [InlineData("fr", "told")]
    [InlineData("ar", "channel")]
    public async Task PreRegistration_ByBotBuilder_GoesAsInTheScript(string language, string way)
    {
        await using var channel = await TestChannel.Start();
        await using var bot = await ReplayHost.Start(ChatLine.Now, channel.Settings);
        var asked = new JsonObject
        {
            ["bot"] = new Uri(bot.Http.BaseAddress!, "/api/messages").ToString(),
            ["channel"] = channel.Url,
            ["appId"] = TestChannel.AppId,
            ["callerId"] = TestChannel.CallerId,
            ["script"] = Repository.PathOf($"tests/Scripts/cnps-cm/voluntary.{language}.web.chat"),
            ["language"] = language,
            ["way"] = way,
        };

        var said = await NodeClient.Run(bot, "connector.cjs", asked.ToJsonString());

        output.WriteLine(said);
        Assert.StartsWith("played ", said, StringComparison.Ordinal);
        Assert.Contains(bot.Store.TakeChanges(), change => change is Change.ReplaceCase);
    }
}
