using ChatChannels.Host.Replay;
using ChatChannels.Services.Cases;
using ChatChannels.Tests.Simulator;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Pages;

/// <summary>The pages in a browser, on a small phone.</summary>
public sealed class PagesBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("fr", "Modifier / valider vos informations", "OUI, je valide", "Informations validées")]
    [InlineData("ar", "تعديل / تأكيد معلوماتكم", "نعم، أؤكد", "تم تأكيد معلوماتكم")]
    public async Task Case_LookedThroughAndValidated_IsAccessibleAllTheWay(string language, string open, string yes, string done)
    {
        await using var host = await PagesHost.StartAsync();
        var page = await OpenAsync(host, $"/cases/{SampleCase.Number}?lang={language}");
        await CheckAsync(page);
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = open }).ClickAsync());
        await CheckAsync(page);

        await page.Locator("#code").FillAsync("2468 1357");
        await LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
        await CheckAsync(page);
        await Expect(page.Locator("[name=decision]")).ToHaveCountAsync(2);
        await Picture.Take(page, $"case-{language}");
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = yes }).ClickAsync());

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(done);
        await CheckAsync(page);
        Assert.Equal(CaseState.Validated, host.Cabinet.Case!.State);
        await page.CloseAsync();
    }

    /// <summary>What is wrong is changed on the page itself, the questions that follow from it included (CNPS-11).</summary>
    [Theory]
    [InlineData("fr", "Modifier : Nom", "Continuer", "Modifier : Type d’assuré", "Assuré volontaire", "C’est modifié")]
    [InlineData("ar", "تعديل : الاسم العائلي", "متابعة", "تعديل : الصفة", "مؤمن له اختياريا", "تم التعديل")]
    public async Task Case_SomethingWrong_IsChangedOnThePageAndThenValidated(
        string language, string surname, string goOn, string scheme, string voluntary, string changed)
    {
        await using var host = await PagesHost.StartAsync();
        var page = await OpenAsync(host, $"/cases/{SampleCase.Number}?lang={language}");
        await page.Locator("#code").FillAsync("2468 1357");
        await LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));

        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = surname, Exact = true }).ClickAsync());
        await CheckAsync(page);
        await page.Locator("#answer").FillAsync("1234");
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = goOn }).ClickAsync());
        await Expect(page.Locator(".problem")).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.Locator("#answer").FillAsync("Autre-Nom");
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = goOn }).ClickAsync());
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(changed);
        Assert.Equal("AUTRE-NOM", host.Cabinet.Case!.Answers["surname"]);
        Assert.Equal(CaseState.Registered, host.Cabinet.Case!.State);

        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = scheme, Exact = true }).ClickAsync());
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = voluntary }).ClickAsync());
        foreach (var answer in new[] { "Couturier", "85000" })
        {
            await page.Locator("#answer").FillAsync(answer);
            await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = goOn }).ClickAsync());
        }

        await CheckAsync(page);
        await LeaveAsync(page, () => page.Locator("button[value='94']").ClickAsync());
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(changed);
        Assert.Equal("voluntary", host.Cabinet.Case!.Answers["scheme"]);
        Assert.Null(host.Cabinet.Case!.Answers["employer-name"]);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Language_SwitchedOnAnOpenReceipt_NeedsNoSecondCode()
    {
        await using var host = await PagesHost.StartAsync();
        var page = await OpenReceiptAsync(host, "fr");

        await page.GetByRole(AriaRole.Button, new() { Name = "العربية" }).ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("وصل التسجيل المسبق");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Receipt_Printed_IsOneAccessiblePageWithoutButtons(string language)
    {
        await using var host = await PagesHost.StartAsync();
        var page = await OpenReceiptAsync(host, language);
        await CheckAsync(page);
        await Picture.Take(page, $"receipt-{language}");
        await Expect(page.Locator("#print")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator("button:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(
            System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("fr", "Enregistrer", "Au moins 8 caractères", "Mot de passe enregistré")]
    [InlineData("ar", "حفظ", "8 أحرف على الأقل", "تم حفظ كلمة المرور")]
    public async Task Password_WeakThenGood_IsAccessibleAllTheWay(string language, string save, string rule, string done)
    {
        await using var host = await PagesHost.StartAsync();
        var page = await OpenAsync(host, $"/password/{FakeLinks.Token}?lang={language}");
        await CheckAsync(page);
        await Expect(page.Locator("#password-hint")).ToContainTextAsync(rule);
        await Picture.Take(page, $"password-{language}");

        await page.Locator("#password").FillAsync("motdepasse");
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync());
        await CheckAsync(page);
        await page.Locator(".problem a").ClickAsync();
        await page.Keyboard.TypeAsync("Essai-2026");
        await page.Locator("#again").FillAsync("Essai-2026");
        await LeaveAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync());

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(done);
        await CheckAsync(page);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("fr", "Envoyer votre justificatif de revenu", "une photo (JPEG ou PNG) ou un PDF", "Choisissez un fichier.", "Bien reçu, merci")]
    [InlineData("ar", "إرسال إثبات الدخل", "صورة (JPEG أو PNG) أو ملف PDF", "المرجو اختيار ملف.", "تم التوصل بالوثيقة، شكرا لكم")]
    [InlineData("en", "Send your proof of income", "a photo (JPEG or PNG) or a PDF", "Choose a file.", "Received, thank you")]
    public async Task Paper_NoneThenAnotherKindThenAPhoto_IsAccessibleAllTheWay(string language, string title, string kinds, string none, string done)
    {
        await using var host = await PagesHost.StartAsync();
        var page = await OpenAsync(host, $"/papers/{FakeLinks.Token}?lang={language}");
        await CheckAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.Locator("#file-hint")).ToContainTextAsync(kinds);
        await Picture.Take(page, $"paper-{language}");

        await LeaveAsync(page, () => page.Locator("main button").ClickAsync());
        await Expect(page.Locator(".problem a")).ToHaveTextAsync(none);
        await CheckAsync(page);
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = "a;b"u8.ToArray() });
        await LeaveAsync(page, () => page.Locator("main button").ClickAsync());
        await Expect(page.Locator("#file-error")).ToContainTextAsync(kinds);
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "photo", MimeType = "text/csv", Buffer = SampleFiles.Photo });
        await LeaveAsync(page, () => page.Locator("main button").ClickAsync());

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(done);
        await CheckAsync(page);
        var filed = Assert.Single(host.Cabinet.Filed);
        Assert.Equal(("income-proof", "image/jpeg", SampleFiles.Photo.Length), (filed.Paper, filed.Document.MediaType, filed.Document.Content.Length));
        await page.CloseAsync();
    }

    /// <summary>What could fall apart in a right-to-left line: a house number before Latin words, a foreign phone, an address that begins with a digit.</summary>
    [Fact]
    public async Task Pages_InArabicWithTheWorstAnswers_ShowNumbersAndLatinWordsInOrder()
    {
        await using var host = await PagesHost.StartAsync();
        host.Cabinet.Case = host.Cabinet.Case! with
        {
            Answers = host.Cabinet.Case.Answers.With("district", "12 RUE DES ÉCOLES, BP 7").With("phone", "+22890000001").With("email", "1.aline@exemple.example")
                .With("id-number", "12AB34").With("employer-name", "3S-SERVICES 24/7").With("employer-number", "88-888"),
        };
        var page = await OpenReceiptAsync(host, "ar");
        await InOrderAsync(page);
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, $"/cases/{SampleCase.Number}?lang=ar").ToString());
        await InOrderAsync(page);
        await LeaveAsync(page, () => page.Locator("main button").ClickAsync());
        if (await page.Locator("#code").CountAsync() > 0)
        {
            await page.Locator("#code").FillAsync(SampleCase.Code);
            await LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
        }

        await Expect(page.GetByText("RUE DES ÉCOLES")).ToBeVisibleAsync();
        await InOrderAsync(page);
        await LeaveAsync(page, () => page.Locator("[name=decision][value=no]").ClickAsync());
        await InOrderAsync(page);
        foreach (var link in new[] { "password", "papers" })
        {
            await page.GotoAsync(new Uri(host.Client.BaseAddress!, $"/{link}/{FakeLinks.Token}?lang=ar").ToString());
            await InOrderAsync(page);
        }

        await page.CloseAsync();
    }

    private static async Task InOrderAsync(IPage page) => Assert.Empty(await ReadingOrder.FaultsOf(page));

    private async Task<IPage> OpenReceiptAsync(PagesHost host, string language)
    {
        var page = await OpenAsync(host, $"/receipts/{SampleCase.Number}?lang={language}");
        await page.Locator("#code").FillAsync(SampleCase.Code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".qr")).ToBeVisibleAsync();
        return page;
    }

    private async Task<IPage> OpenAsync(PagesHost host, string path)
    {
        var page = await chromium.NewPageAsync();
        await page.SetViewportSizeAsync(320, 480);
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, path).ToString());
        return page;
    }

    /// <summary>Does what leaves the page, and waits for the next one.</summary>
    private static async Task LeaveAsync(IPage page, Func<Task> act)
    {
        // A locator waits without eval, which the policy of the pages forbids to a polled function.
        await page.EvaluateAsync("document.documentElement.setAttribute('data-old', '')");
        await act();
        await Expect(page.Locator("html:not([data-old])")).ToBeAttachedAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>No violation that axe finds, and nothing to scroll sideways.</summary>
    private static async Task CheckAsync(IPage page)
    {
        await page.WaitForLoadStateAsync();
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the phone.");
    }
}
