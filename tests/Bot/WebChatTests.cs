using System.Diagnostics;
using System.Globalization;
using ChatChannels.Bot.WebChat;
using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>The web-chat page in a browser, on a small phone and a slow network.</summary>
public sealed class WebChatTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    private const int LargestLoad = 30_000;
    private const int SlowestFirstMessage = 5_000;

    /// <summary>2G: 50 kbit/s, 800 ms there and back.</summary>
    private const int OctetsPerSecond = 50_000 / 8;
    private const int RoundTrip = 800;

    /// <summary>The answers of an employee's form; a key in brackets is a button.</summary>
    private static readonly string[] Employee =
    [
        "[1]", "[1]", "ESSAI-NGONO", "Aline Exemple", "[2]", "14/03/1994", "Ebolowa", "ESSAI Bernard", "FICTIVE Odile", "[1]", "900000011",
        "30/06/2031", "+237650000011", "aline@exemple.example", "[2]", "Yaoundé", "Mokolo", "[1]", "Boulangerie Modèle", "[94]", "01/09/2025",
    ];

    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("cnps-cm", "fr")]
    [InlineData("cnss-ma", "ar")]
    public async Task Page_OnSecondGeneration_ShowsTheFirstMessageInTimeAndAnswersSoonAfter(string fund, string language)
    {
        await using var service = await ReplayHost.Start(Morning);
        var page = await chromium.NewPageAsync();
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = RoundTrip,
            ["downloadThroughput"] = OctetsPerSecond,
            ["uploadThroughput"] = OctetsPerSecond,
        });

        var watch = Stopwatch.StartNew();
        await page.GotoAsync(AddressOf(service, fund, language), new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("#opening p")).ToBeVisibleAsync();
        var read = watch.ElapsedMilliseconds;
        await Expect(Offered(page).First).ToBeEnabledAsync(new() { Timeout = 15_000 });
        var answered = watch.ElapsedMilliseconds;

        output.WriteLine($"{fund} {language} on 2G: first message {read} ms, ready to answer {answered} ms");
        Assert.InRange(read, 1, SlowestFirstMessage);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("cnps-cm", "fr")]
    [InlineData("cnps-cm", "en")]
    [InlineData("cnss-ma", "ar")]
    public async Task Page_WithAllItsFiles_IsUnderThirtyKilobytes(string fund, string language)
    {
        await using var service = await ReplayHost.Start(Morning);
        service.Http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        var page = await service.Http.GetByteArrayAsync(new Uri($"/chat/{fund}?lang={language}", UriKind.Relative), TestContext.Current.CancellationToken);

        var face = ChatFace.Of(Conversation.Engine.Funds.Directory.Find(new FundId(fund))!);
        var files = ChatFiles.All.Append(face.Style).Append(face.Mark).Sum(file => file.PackedLength);
        output.WriteLine($"{fund} {language}: page {page.Length} octets, files {files}, together {page.Length + files}");
        Assert.InRange(page.Length + files, 1, LargestLoad);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task PreRegistration_ByButtonsAndKeyboard_IsFiledAndAccessibleAllTheWay(string language)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        await visitor.Check();
        await Picture.Take(visitor.Page, $"chat-menu-{language}");

        foreach (var answer in Employee[..^1])
            await visitor.Answer(answer);
        await visitor.Check();
        await Picture.Take(visitor.Page, $"chat-form-{language}");
        await visitor.Answer(Employee[^1]);
        await visitor.Answer("[1]");

        await Expect(visitor.LastHeard).ToContainTextAsync("ESSAI-NGONO");
        await Picture.Take(visitor.Page, $"chat-review-{language}");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("dir", language is "ar" ? "rtl" : "ltr");
        await visitor.Answer("[1]");
        await visitor.Check();
        var filed = Assert.Single(service.Store.TakeChanges().OfType<Change.ReplaceCase>()).Case;
        Assert.Equal(CaseState.Validated, filed.State);
        await Picture.Take(visitor.Page, $"chat-end-{language}");
        var receipt = await visitor.Page.Context.RunAndWaitForPageAsync(() => visitor.Page.Locator(".offer a.button").ClickAsync());
        await Expect(receipt.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(receipt.GetByText(filed.Number.Digits)).ToBeVisibleAsync();
        await receipt.CloseAsync();
    }

    [Fact]
    public async Task Reload_InTheMiddle_ShowsTheConversationAndGoesOn()
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", "fr");
        await visitor.Answer("[1]");
        await visitor.Answer("[1]");
        await visitor.Answer("ESSAI-NGONO");
        var said = await visitor.Page.Locator("#log > li.me").CountAsync();

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Page.Locator("#log > li.me")).ToHaveCountAsync(said);
        await Expect(visitor.LastHeard).ToContainTextAsync("prénoms");
        await visitor.Answer("Aline Exemple");
        await Expect(visitor.LastHeard).ToContainTextAsync("sexe");
    }

    [Fact]
    public async Task Network_Lost_KeepsWhatIsTypedAndSendsItOnceItIsBack()
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", "fr");
        await visitor.Answer("[1]");
        await visitor.Answer("[1]");
        await visitor.Page.Context.SetOfflineAsync(true);

        await visitor.Type("ESSAI-NGONO");
        await Expect(visitor.Page.Locator("#status")).ToContainTextAsync("Pas de réseau");
        await Expect(visitor.Page.Locator("#log > li.me").Last).ToContainTextAsync("En attente du réseau");
        await visitor.Page.Context.SetOfflineAsync(false);

        await Expect(visitor.LastHeard).ToContainTextAsync("prénoms", new() { Timeout = 40_000 });
        await Expect(visitor.Page.Locator("#log > li.me")).ToHaveCountAsync(3);
        Assert.Equal("ESSAI-NGONO", service.Store.Last!.Answers["surname"]);
    }

    [Fact]
    public async Task Token_Expired_IsRenewedForTheSameConversation()
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", "fr");
        await visitor.Answer("[1]");
        await visitor.Answer("[1]");
        service.Clock.Pass(TimeSpan.FromHours(2));

        await visitor.Answer("ESSAI-NGONO");

        await Expect(visitor.LastHeard).ToContainTextAsync("prénoms");
        await Expect(visitor.Page.Locator("#log > li.note")).ToHaveCountAsync(0);
    }

    private static ILocator Offered(IPage page) => page.Locator(".offer [role=group] button");

    private static string AddressOf(ReplayHost service, string fund, string language) =>
        new Uri(service.Http.BaseAddress!, string.Create(CultureInfo.InvariantCulture, $"/chat/{fund}?lang={language}")).ToString();
}
