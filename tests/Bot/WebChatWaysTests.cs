using ChatChannels.Host.Replay;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>The web-chat page always leaves a way on: after the end, without network, at a date, and in words.</summary>
public sealed class WebChatWaysTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("fr", "Imprimer ou enregistrer", "que voulez-vous faire")]
    [InlineData("ar", "طباعة أو حفظ", "المرجو اختيار الخدمة")]
    public async Task End_OfAService_OffersTheMenuAndToPrint(string language, string print, string menu)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnss-ma", language);
        foreach (var answer in new[] { "[4]", "[1]", "[1]" })
            await visitor.Answer(answer);

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.Locator(".offer").GetByRole(AriaRole.Button, new() { Name = print })).ToBeVisibleAsync();
        await visitor.Check();
        await visitor.Page.Locator(".offer [data-key='00']").ClickAsync();

        await Expect(visitor.LastHeard).ToContainTextAsync(menu);
        await Expect(visitor.Page.Locator(".offer [data-key='1']")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("fr", "Pas de réseau")]
    [InlineData("ar", "لا توجد شبكة")]
    public async Task Network_Lost_IsSaidAboveTheFieldUntilItIsBack(string language, string offline)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        foreach (var answer in new[] { "[1]", "[1]", "Essai", "Aline" })
            await visitor.Answer(answer);
        var status = visitor.Page.Locator("#status");

        await visitor.Page.Context.SetOfflineAsync(true);
        await Expect(status).ToContainTextAsync(offline);
        await Expect(status).ToBeInViewportAsync(new() { Ratio = 1 });
        var (notice, field) = ((await status.BoundingBoxAsync())!, (await visitor.Page.Locator("#field").BoundingBoxAsync())!);
        Assert.InRange(notice.Y + notice.Height, field.Y - 40, field.Y);
        await visitor.Check();
        await visitor.Page.Context.SetOfflineAsync(false);

        await Expect(status).ToBeEmptyAsync(new() { Timeout = 40_000 });
        await visitor.Answer("[2]");
        Assert.Equal("female", service.Store.Last!.Answers["sex"]);
    }

    [Theory]
    [InlineData("fr", "Jour", "Mois", "Année", "Ex. 25/12/1990", "aide", "retour")]
    [InlineData("ar", "اليوم", "الشهر", "السنة", "مثال: 25/12/1990", "مساعدة", "رجوع")]
    public async Task Date_IsThreeFieldsInTheOrderOfTheLanguageAndTakesWordsToo(string language, string day, string month, string year, string example, string help, string back)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        foreach (var answer in new[] { "[1]", "[1]", "Essai", "Aline", "[2]" })
            await visitor.Answer(answer);
        var page = visitor.Page;
        Assert.Equal([day, month, year], await page.Locator("#date label").AllInnerTextsAsync());
        await Expect(page.Locator("input[type=date]")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel(year, new() { Exact = true })).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.WaitForFunctionAsync("document.querySelector('.offer').getBoundingClientRect().bottom <= document.getElementById('foot').getBoundingClientRect().top");
        await visitor.Check();
        await Picture.Take(page, $"chat-date-{language}");

        await visitor.Answer("31/02/1990");
        await Expect(visitor.LastHeard).ToContainTextAsync(example);
        await visitor.Answer(help);
        await visitor.Answer(back);
        await page.GetByLabel(day, new() { Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync("14031994");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#log > li.me").Last).ToContainTextAsync("14/03/1994");
        await Expect(page.Locator("#field")).ToBeVisibleAsync();
        Assert.Equal("1994-03-14", service.Store.Last!.Answers["birth-date"]);
    }

    [Theory]
    [InlineData("fr", "Salut", "Je suis l’assistant automatique", "j'ai perdu mon recepisse", "numéro de dossier")]
    [InlineData("ar", "السلام عليكم", "معكم المساعد الآلي", "أريد نسخة من الوصل", "رقم الملف")]
    public async Task Words_AtTheMenu_AreGreetedAndOpenTheService(string language, string hello, string greeting, string wish, string asked)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);

        await visitor.Answer(hello);
        await Expect(visitor.LastHeard).ToContainTextAsync(greeting);
        await visitor.Answer(wish);

        await Expect(visitor.LastHeard).ToContainTextAsync(asked);
    }

    /// <summary>Who writes in another language is answered in it, and the whole page turns.</summary>
    [Fact]
    public async Task Words_InAnotherLanguage_TurnThePage()
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", "fr");

        await visitor.Answer("السلام عليكم");

        await Expect(visitor.LastHeard).ToContainTextAsync("معكم المساعد الآلي");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(visitor.Page.Locator("h1")).ToContainTextAsync("الصندوق الوطني للاحتياط الاجتماعي");
        await Expect(visitor.Page.Locator("#answer > button")).ToHaveTextAsync("إرسال");
        await visitor.Check();
    }
}
