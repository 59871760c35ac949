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
    [InlineData("fr", true, "upload", "paper-sent")]
    [InlineData("ar", false, "upload", "paper-sent")]
    public async Task PreRegistration_ByDirectLineJs_GoesAsInTheScript(string language, bool webSocket, string also, string script = "voluntary")
    {
        await using var service = await ChatLine.Service();
        var asked = new JsonObject
        {
            ["base"] = new Uri(service.Http.BaseAddress!, ChatLine.Path).ToString(),
            ["secret"] = ChatLine.Secret,
            ["script"] = Repository.PathOf($"tests/Scripts/cnps-cm/{script}.{language}.web.chat"),
            ["language"] = language,
            ["webSocket"] = webSocket,
            ["files"] = new JsonObject
            {
                ["photo.jpg"] = Convert.ToBase64String(SampleFiles.Photo),
                ["wages.csv"] = Convert.ToBase64String(SampleFiles.Of("wages.csv")),
            },
        };
        foreach (var more in also.Split(','))
            asked[more] = true;

        var said = await NodeClient.Run(service, "directline.cjs", asked.ToJsonString());

        output.WriteLine(said);
        Assert.StartsWith("played ", said, StringComparison.Ordinal);
        Assert.Contains(service.Store.TakeChanges(), change => change is ChatChannels.Services.Change.ReplaceCase or ChatChannels.Services.Change.FileDocument);
    }
}
