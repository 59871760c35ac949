using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Simulator;

/// <summary>What stands on the page at once, what it loads, and what it writes down.</summary>
public sealed partial class SimulatorSightTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Page_At1280By800_ShowsPhoneAndInstrumentsBesideItWithoutScrolling(string language)
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, $"lang={language}");
        await phone.Page.SetViewportSizeAsync(1280, 800);

        await phone.Page.Locator("#call").ClickAsync();
        await Expect(phone.State).ToContainTextAsync("CON");

        foreach (var seen in new[] { "#screen", "#box", "#state", "#length", "#latency", "#drop", "#play", "#threads", "#journal", "#keypad button:last-child" })
            await Expect(phone.Page.Locator(seen)).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"), "the page scrolls");
        Assert.True(await phone.Page.EvaluateAsync<bool>("(([a, b]) => a.top < b.bottom && b.top < a.bottom)(['#screen', '#length'].map(id => document.querySelector(id).getBoundingClientRect()))"), "the instruments are not beside the screen");
        await Picture.Take(phone.Page, $"simulator-1280-{language}");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Page_OnANarrowWindow_NeedsNoScrollingSideways(string language)
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, $"lang={language}");
        await phone.Page.SetViewportSizeAsync(360, 780);

        await phone.Page.Locator("#call").ClickAsync();
        await Expect(phone.State).ToContainTextAsync("CON");

        Assert.True(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");
        await Expect(phone.Screen).ToBeInViewportAsync(new() { Ratio = 1 });
        await Picture.Take(phone.Page, $"simulator-narrow-{language}");
    }

    [Fact]
    public async Task Page_Loaded_HasNoFailingRequestAndNothingToSayInTheConsole()
    {
        await using var host = await SimulatorHost.StartAsync();
        var page = await chromium.NewPageAsync();
        List<string> trouble = [];
        page.Console += (_, message) => trouble.Add($"console: {message.Text}");
        page.PageError += (_, error) => trouble.Add($"error: {error}");
        page.RequestFailed += (_, request) => trouble.Add($"failed: {request.Url}");
        page.Response += (_, response) => trouble.AddRange(response.Ok ? [] : [$"{response.Status}: {response.Url}"]);

        await page.GotoAsync($"{host.Address}simulator", new() { WaitUntil = WaitUntilState.NetworkIdle });

        await Expect(page.Locator("#play")).ToBeEnabledAsync();
        Assert.Empty(trouble);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("lang=fr&fund=demo-ma", "demo-ma", "*212#")]
    [InlineData("lang=fr&fund=nowhere", "demo-cm", "*237*1#")]
    [InlineData("lang=fr", "demo-cm", "*237*1#")]
    public async Task Address_WithAFund_OpensIt(string query, string fund, string code)
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, query);

        await Expect(phone.Page.Locator("#fund")).ToHaveValueAsync(fund);
        await Expect(phone.Box).ToHaveValueAsync(code);
        Assert.EndsWith($"?lang=fr&fund={fund}", phone.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_AfterACall_ShowsEachRequestItsReplyAndHowLongItTook()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();
        await phone.UntilNotifiedAsync(() => phone.SayAsync("3"));
        var entries = phone.Page.Locator("#journal summary");

        await Expect(entries).ToHaveCountAsync(3);
        await Expect(entries.Nth(0)).ToContainTextAsync("Success");
        await Expect(entries.Nth(1).Locator(".sent")).ToHaveTextAsync("3");
        await Expect(entries.Nth(1).Locator(".got")).ToHaveTextAsync("END");
        await Expect(entries.Nth(2).Locator(".got")).ToHaveTextAsync("CON");
        await Expect(entries.Nth(2).Locator(".took")).ToHaveTextAsync(Took());
        await entries.Nth(1).ClickAsync();
        await Expect(phone.Page.Locator("#journal details[open] pre")).ToContainTextAsync(["serviceCode=*237*1#", "END Au revoir"]);
        await Expect(phone.Page.Locator("#latency")).ToHaveTextAsync(Took());
    }

    [Fact]
    public async Task Journal_Cleared_IsEmpty()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();

        await phone.PressAsync("Effacer");

        await Expect(phone.Page.Locator("#journal li")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("^[0-9.]+ ms$", RegexOptions.None, 1000)]
    private static partial Regex Took();
}
