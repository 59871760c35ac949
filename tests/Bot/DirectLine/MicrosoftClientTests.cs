using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>npm's <c>botframework-directlinejs</c>, unmodified, goes the whole way of a pre-registration.</summary>
public sealed class MicrosoftClientTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("fr", true, "drop,upload")]
    [InlineData("ar", true, "refresh")]
    [InlineData("ar", true, "expire,upload")]
    [InlineData("fr", false, "expire,refresh")]
    [InlineData("ar", false, "upload")]
    public async Task PreRegistration_ByDirectLineJs_GoesAsInTheScript(string language, bool webSocket, string also)
    {
        await using var service = await ChatLine.Service();
        var asked = new JsonObject
        {
            ["base"] = new Uri(service.Http.BaseAddress!, ChatLine.Path).ToString(),
            ["secret"] = ChatLine.Secret,
            ["script"] = Repository.PathOf($"tests/Scripts/cnps-cm/voluntary.{language}.web.chat"),
            ["language"] = language,
            ["webSocket"] = webSocket,
            ["photo"] = Convert.ToBase64String(SampleFiles.Photo),
        };
        foreach (var more in also.Split(','))
            asked[more] = true;

        var said = await NodeClient.Run(service, "directline.cjs", asked.ToJsonString());

        output.WriteLine(said);
        Assert.StartsWith("played ", said, StringComparison.Ordinal);
        Assert.Contains(service.Store.TakeChanges(), change => change is ChatChannels.Services.Change.ReplaceCase);
    }
}
