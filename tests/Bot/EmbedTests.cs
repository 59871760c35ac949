using ChatChannels.Host.Replay;
using ChatChannels.Tests.Simulator;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>One line on a fund's own site brings the chat there, and on nobody else's.</summary>
public sealed class EmbedTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("fr", "Discuter avec nous", "Fermer la discussion", "que voulez-vous faire")]
    [InlineData("ar", "تحدثوا معنا", "إغلاق المحادثة", "المرجو اختيار الخدمة")]
    public async Task Site_OfTheFund_OpensTheChatInItsLanguageAndClosesIt(string language, string open, string close, string greeting)
    {
        await using var site = await FundSite.Open(language);
        await using var service = await ReplayHost.Start(DateTimeOffset.UnixEpoch, "--Bot:WebChat:EmbeddedBy", site.Origin);
        var page = await Visit(site, service);
        Assert.Empty((await page.RunAxe()).Violations);

        await page.GetByRole(AriaRole.Button, new() { Name = open }).ClickAsync();
        var chat = page.FrameLocator("iframe");
        await Expect(chat.Locator("#log > li.them").Last).ToContainTextAsync(greeting);
        await Expect(chat.Locator("html")).ToHaveAttributeAsync("dir", language is "ar" ? "rtl" : "ltr");
        await chat.Locator(".offer [data-key='1']").ClickAsync();
        await Expect(chat.Locator("#log > li.them")).ToHaveCountAsync(3); // the page's own greeting is one
        await page.GetByRole(AriaRole.Button, new() { Name = close }).ClickAsync();

        await Expect(page.Locator("iframe")).ToBeHiddenAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Site_OfSomebodyElse_ShowsNoChat()
    {
        await using var site = await FundSite.Open("fr");
        await using var service = await ReplayHost.Start(DateTimeOffset.UnixEpoch, "--Bot:WebChat:EmbeddedBy", "https://www.fund.example");
        var page = await Visit(site, service);
        var refused = page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        await page.GetByRole(AriaRole.Button, new() { Name = "Discuter avec nous" }).ClickAsync();

        await refused;
        await Expect(page.FrameLocator("iframe").Locator("#log")).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    private async Task<IPage> Visit(FundSite site, ReplayHost service)
    {
        site.Line = $"""<script src="{service.Http.BaseAddress}chat/cnps-cm/embed.js" async></script>""";
        var page = await chromium.NewPageAsync();
        await page.GotoAsync(site.Origin);
        return page;
    }
}
