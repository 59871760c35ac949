using ChatChannels.Host.Replay;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>What makes the web-chat page trusted: whose it is, who speaks, what is kept, and what became of each message.</summary>
public sealed class WebChatLookTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("cnps-cm", "fr", "l’assistant automatique CNPS, pas un agent", "effacée après 2 jours")]
    [InlineData("cnss-ma", "ar", "المساعد الآلي (الضمان الاجتماعي)، وليس مستشارا", "بعد يومين")]
    [InlineData("cnps-cm", "en", "the automatic assistant of NSIF, not an agent", "erased after 2 days")]
    public async Task Page_Opened_SaysWhoSpeaksAndWhatIsKeptAndFetchesNothingFromOthers(string fund, string language, string assistant, string kept)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, fund, language);
        var (page, own) = (visitor.Page, service.Http.BaseAddress!.Authority);
        var strange = new List<string>();
        page.Request += (_, request) => strange.AddRange(new[] { request.Url }.Where(url => !string.Equals(new Uri(url).Authority, own, StringComparison.Ordinal)));
        await page.ReloadAsync();

        await Expect(page.Locator("#log > li.them").First).ToContainTextAsync(assistant);
        await Expect(page.Locator("#privacy")).ToContainTextAsync(kept);
        var mark = await page.Locator("link[rel=icon]").GetAttributeAsync("href");
        Assert.Equal(mark, await page.Locator("header img").GetAttributeAsync("src"));
        Assert.True(await page.Locator("header img").EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth > 0"));
        Assert.Empty(strange);
    }

    /// <summary>Every fund has colours of its own, by day and by night; the header stays when the conversation is long.</summary>
    [Theory]
    [InlineData("cnps-cm", "fr", ColorScheme.Light)]
    [InlineData("cnps-cm", "ar", ColorScheme.Dark)]
    [InlineData("cnss-tg", "fr", ColorScheme.Dark)]
    [InlineData("cnops-ma", "fr", ColorScheme.Dark)]
    [InlineData("cnss-ma", "ar", ColorScheme.Dark)]
    public async Task Page_ByDayAndByNight_IsLegibleUnderAHeaderThatStays(string fund, string language, ColorScheme scheme)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, fund, language);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var answer in new[] { language is "ar" ? "مرحبا" : "bonjour", "[97]", "[0]", "[97]", "[0]" })
            await visitor.Answer(answer);

        await visitor.Check();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("scrollY > 100"));
        Assert.Equal(0, (await visitor.Page.Locator("header").BoundingBoxAsync())!.Y);
        if (scheme is ColorScheme.Dark && fund is "cnps-cm" or "cnss-tg") // one of each language
            await Picture.Take(visitor.Page, $"chat-dark-{language}");
    }

    [Theory]
    [InlineData("fr", "✓ Envoyé", "✗ Non envoyé. Réessayer")]
    [InlineData("ar", "✓ تم الإرسال", "✗ لم يتم الإرسال. إعادة المحاولة")]
    public async Task Message_ThatIsRefused_SaysSoAndIsSentAgainByATouch(string language, string sent, string failed)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        await visitor.Answer("[1]");
        var first = visitor.Page.Locator("#log > li.me").First;
        await Expect(first.Locator(".state")).ToHaveTextAsync(sent);
        await Expect(first.Locator("time")).ToHaveTextAsync(await LocalTime(visitor.Page));
        await visitor.Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 400 }));

        await visitor.Type("1");
        var again = visitor.Page.Locator("#log > li.me").Last.GetByRole(AriaRole.Button, new() { Name = failed });
        await Expect(again).ToBeVisibleAsync();
        await visitor.Check();
        await visitor.Page.UnrouteAllAsync();
        await again.ClickAsync();

        await Expect(visitor.Page.Locator("#log > li.me").Last.Locator(".state")).ToHaveTextAsync(sent);
        await Expect(visitor.Page.Locator("#log > li.me")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData("fr", "Autres actions", "Imprimer ou enregistrer", "Menu des services", "que voulez-vous faire")]
    [InlineData("ar", "إجراءات أخرى", "طباعة أو حفظ", "قائمة الخدمات", "المرجو اختيار الخدمة")]
    public async Task Tools_OfTheHeader_PrintAndLeadToTheMenuByKeyboardToo(string language, string tools, string print, string services, string menu)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        await visitor.Page.EvaluateAsync("window.print = () => { document.body.dataset.printed = 'yes'; }");
        await visitor.Answer("[1]");
        var summary = visitor.Page.Locator("summary");
        await Expect(summary).ToHaveAttributeAsync("aria-label", tools);

        await summary.PressAsync("Enter");
        await visitor.Check();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = print }).PressAsync("Escape");
        await Expect(visitor.Page.Locator("#tools")).Not.ToHaveAttributeAsync("open", "");
        await Expect(summary).ToBeFocusedAsync();
        await summary.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = print }).ClickAsync();
        await Expect(visitor.Page.Locator("body[data-printed]")).ToBeAttachedAsync();
        await summary.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = services }).ClickAsync();

        await Expect(visitor.LastHeard).ToContainTextAsync(menu);
        await Expect(visitor.Page.Locator("#log > li.me").Last).ToContainTextAsync(services);
    }

    /// <summary>Without script the page says what to do, and does not pretend to be connecting.</summary>
    [Theory]
    [InlineData("fr", "composez *237*1#")]
    [InlineData("ar", "ركبوا *237*1#")]
    public async Task Page_WithoutScript_SaysHowElse(string language, string dial)
    {
        await using var service = await ReplayHost.Start(Morning);

        var page = await service.Http.GetStringAsync(new Uri($"/chat/cnps-cm?lang={language}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains(dial, page.Split("<noscript>")[1].Split("</noscript>")[0], StringComparison.Ordinal);
        Assert.Contains("<p id=\"status\" role=\"status\"></p>", page, StringComparison.Ordinal);
    }

    private static async Task<string> LocalTime(IPage page) => await page.Locator("#log > li.me time").First.EvaluateAsync<string>(
        "time => { const at = new Date(time.dateTime); return [at.getHours(), at.getMinutes()].map(part => String(part).padStart(2, '0')).join(':'); }");
}
