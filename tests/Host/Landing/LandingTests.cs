using System.Net;
using System.Text.RegularExpressions;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Simulator;
using ChatChannels.Tests.Ussd;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChatChannels.Tests.Host.Landing;

/// <summary>The page at <c>/</c> links what there is for its visitor, and nothing else.</summary>
public sealed partial class LandingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Development = ["--environment", "Development", "--Funds:Folder", Repository.PathOf("funds")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Landing_InDevelopment_LinksSimulatorChatsDocumentsAndHealth_AndEachLinkWorks()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Development);

        var links = Links(await service.Http.GetStringAsync(At("/"), Stop));

        string[] expected = ["/simulator", "/documentation/README.md", "/health/ready", "/chat/cnps-cm?lang=ar", "/chat/cnss-tg?lang=fr"];
        Assert.Empty(expected.Except(links, StringComparer.Ordinal));
        Assert.Empty(await Broken(service, links));
    }

    [Fact]
    public async Task Landing_InProduction_LinksTheChatsAlone_AndEachLinkWorks()
    {
        await using var service = await ReplayHost.Start(Scene.Now);

        var page = await service.Http.GetStringAsync(At("/"), Stop);

        Assert.All(Links(page), link => Assert.Matches("^/(chat/[a-z-]+\\?lang=[a-z]{2}|landing/[0-9a-f]{8}/landing\\.(css|svg))$", link));
        Assert.Empty(await Broken(service, Links(page)));
        Assert.DoesNotContain("imulat", page, StringComparison.Ordinal);
        foreach (var internalPage in new[] { "/simulator", "/documentation/README.md" })
            Assert.Equal(HttpStatusCode.NotFound, await Status(service, internalPage));
    }

    [Fact]
    public async Task Landing_ForAVisitorBehindAProxy_DoesNotLinkTheSimulatorThatThisMachineAloneMayOpen()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Development);
        service.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        Assert.DoesNotContain("/simulator", Links(await service.Http.GetStringAsync(At("/"), Stop)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Landing_Asked_ForeignNothingLoadsAndNothingIsKept()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        using var response = await service.Http.GetAsync(At("/"), Stop);

        Assert.StartsWith("default-src 'none'; style-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("http", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../host/appsettings.json")]
    [InlineData("%2e%2e/etc/passwd")]
    [InlineData("data/master.key")]
    [InlineData("host/Program.cs")]
    [InlineData(".editorconfig")]
    [InlineData("docs/nothing.md")]
    public async Task Documentation_AskedForAnythingElse_IsNotFound(string path)
    {
        await using var service = await ReplayHost.Start(Scene.Now, Development);

        Assert.Equal(HttpStatusCode.NotFound, await Status(service, $"/documentation/{path}"));
    }

    [Fact]
    public async Task Documentation_Readme_LinksDocumentsThatAreThere()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Development);

        var documents = Links(await service.Http.GetStringAsync(At("/documentation/README.md"), Stop))
            .Where(link => link.EndsWith(".md", StringComparison.Ordinal)).Select(link => $"/documentation/{link}").ToList();

        Assert.Contains("/documentation/docs/operations.md", documents, StringComparer.Ordinal);
        Assert.Empty(await Broken(service, documents));
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 360)]
    public async Task Landing_CheckedByAxe_HasNoViolationsAndFitsTheWindow(string scheme, int width)
    {
        await using var service = await ReplayHost.Start(Scene.Now, Development);
        var page = await chromium.NewPageAsync();
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme is "dark" ? ColorScheme.Dark : ColorScheme.Light });
        List<string> trouble = [];
        page.Console += (_, message) => trouble.Add(message.Text);

        await page.GotoAsync(service.Http.BaseAddress!.ToString());

        var result = await page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");
        Assert.Empty(trouble);
        await Picture.Take(page, $"landing-{scheme}");
        await page.CloseAsync();
    }

    private static async Task<IReadOnlyList<string>> Broken(ReplayHost service, IEnumerable<string> links)
    {
        List<string> broken = [];
        foreach (var link in links.Distinct(StringComparer.Ordinal))
            if (await Status(service, link) is not HttpStatusCode.OK)
                broken.Add(link);
        return broken;
    }

    private static async Task<HttpStatusCode> Status(ReplayHost service, string path)
    {
        using var response = await service.Http.GetAsync(At(path), Stop);
        return response.StatusCode;
    }

    private static List<string> Links(string page) => [.. Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value))];

    private static Uri At(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
