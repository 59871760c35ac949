using System.Collections.Immutable;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>npm's <c>botframework-webchat</c>, unmodified, in a browser, goes the whole way of a pre-registration.</summary>
public sealed class WebChatClientTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Script = "tests/Bot/Clients/node_modules/webchat.js";

    private const string Begin =
        """
        ({ secret, language }) => {
          document.body.innerHTML = '<div id="chat" style="height: 900px"></div>';
          const directLine = WebChat.createDirectLine({ secret, domain: location.origin + "/v3/directline", conversationStartProperties: { locale: language } });
          WebChat.renderWebChat({ directLine, locale: language, styleOptions: { hideUploadButton: true } }, document.getElementById("chat"));
        }
        """;

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task PreRegistration_ByWebChat_GoesAsInTheScript(string language)
    {
        var name = $"voluntary.{language}.web.chat";
        var script = ChatScriptReader.Read(name, await File.ReadAllTextAsync(Repository.PathOf($"tests/Scripts/cnps-cm/{name}"), TestContext.Current.CancellationToken));
        await using var service = await ChatLine.Service();
        var page = await Open(service, language);

        var shown = ImmutableArray<string>.Empty;
        var heard = 0;
        foreach (var step in script.Steps.TakeWhile(step => step.Happens is not (Happening.Processing or Happening.TimePasses)))
        {
            await Do(page, step.Happens, shown);
            heard += step.Screen.IsEmpty ? 0 : 1;
            await Expect(page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)")).ToHaveCountAsync(heard);
            await Expect(page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").Last).ToContainTextAsync(step.Screen[0]);
            shown = step.Screen;
        }

        Assert.Contains(service.Store.TakeChanges(), change => change is Change.ReplaceCase);
        await page.CloseAsync();
    }

    private static async Task Do(IPage page, Happening happening, ImmutableArray<string> shown)
    {
        switch (happening)
        {
            case Happening.Touches touches:
                string[] marks = [$"[{touches.Key}]", $"{{{touches.Key}}}"];
                var label = shown.Select(line => line.Split(' ', 2)).First(line => marks.Contains(line[0], StringComparer.Ordinal))[1];
                await page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last.ClickAsync();
                break;
            case Happening.Types types:
                await page.Locator("[data-id=webchat-sendbox-input]").FillAsync(types.Text);
                await page.Keyboard.PressAsync("Enter");
                break;
        }
    }

    private async Task<IPage> Open(ReplayHost service, string language)
    {
        Require();
        var page = await chromium.NewPageAsync();
        // A page that the service itself serves: one that the test makes up may not open sockets to this machine.
        await page.GotoAsync(new Uri(service.Http.BaseAddress!, "/health/live").ToString());
        await page.AddScriptTagAsync(new() { Path = Repository.PathOf(Script) });
        await page.EvaluateAsync(Begin, new { secret = ChatLine.Secret, language });
        return page;
    }

    private static void Require()
    {
        var isThere = File.Exists(Repository.PathOf(Script));
        if (!isThere && Environment.GetEnvironmentVariable("CHATCHANNELS_REQUIRE_ALL") is "1")
            Assert.Fail($"{Script} is missing.");
        Assert.SkipUnless(isThere, $"{Script} is missing; ./test fetches it.");
    }
}
