using ChatChannels.Simulator.World;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Simulator;

/// <summary>The page around the phone: languages, keyboard, inbox, sample people, accessibility.</summary>
public sealed class SimulatorComfortTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly SimulatedMessage Email =
        new("m1", MessageKind.Email, "fund@example.org", "person@example.org", "Validez ici : https://example.org/v?c=1.")
        {
            At = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero),
            Subject = "Votre demande",
        };

    [Fact]
    public async Task Language_SwitchedToArabic_TurnsTheWholePage()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.Page.GetByLabel("Langue de la page").SelectOptionAsync("ar");

        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("محاكي الهاتف");
        await Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "اتصال", Exact = true })).ToBeVisibleAsync();
        await Expect(phone.Page.Locator("#people summary").First).ToHaveTextAsync("أجيرة دون رقم تسجيل");
    }

    [Fact]
    public async Task Keyboard_Alone_MakesAWholeCall()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        var keyboard = phone.Page.Keyboard;

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Appeler", Exact = true }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(phone.Screen).ToContainTextAsync("Bienvenue");
        await phone.Screen.FocusAsync();
        await keyboard.PressAsync("1");
        await Expect(phone.Box).ToHaveValueAsync("1");
        await keyboard.PressAsync("Enter");
        await Expect(phone.Screen).ToHaveTextAsync(FakeGateway.French);
        await keyboard.PressAsync("Escape");

        await Expect(phone.State).ToHaveTextAsync("Vous avez raccroché");
    }

    [Fact]
    public async Task Enter_AfterTheLastScreen_PutsItAway()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();
        await phone.SayAsync("3");
        await Expect(phone.Screen).ToHaveTextAsync("Au revoir");

        await phone.Box.PressAsync("Enter");

        await Expect(phone.Screen).ToHaveTextAsync("Prêt à appeler");
        Assert.Equal(2, phone.Gateway.Calls.Count);
    }

    [Fact]
    public async Task Keypad_Pressed_TypesAndClears()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();

        foreach (var key in new[] { "1", "*", "0", "#", "C, effacer" })
            await phone.PressAsync(key);

        await Expect(phone.Box).ToHaveValueAsync("1*0");
    }

    [Fact]
    public async Task Code_TypedOnTheIdlePhone_IsTheOneDialled()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        foreach (var key in "*855*2#")
            await phone.PressAsync(key.ToString());
        await phone.DialAsync();

        Assert.Equal("*855*2#", Assert.Single(phone.Gateway.Calls)["serviceCode"]);
    }

    [Fact]
    public async Task Fund_Chosen_BringsItsCodeAndNetworks()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.Page.GetByLabel("Caisse").FocusAsync();
        await phone.Page.GetByLabel("Caisse").SelectOptionAsync("demo-ma");

        await Expect(phone.Page.Locator("#service-code")).ToHaveValueAsync("*212#");
        await Expect(phone.Box).ToHaveValueAsync("*212#");
        await Expect(phone.Page.Locator("#network option")).ToHaveTextAsync(["Maroc Telecom"]);
        await Expect(phone.Page.GetByLabel("Caisse")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Person_AnswerTyped_GoesIntoTheBox()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();

        await phone.PressAsync("Saisir : Nom, NGONO");

        await Expect(phone.Box).ToHaveValueAsync("NGONO");
    }

    [Fact]
    public async Task Processing_Run_SaysHowManyCasesMoved()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.PressAsync("Lancer le traitement maintenant");

        await Expect(phone.Page.Locator("#processed")).ToHaveTextAsync("Dossiers traités : 3");
    }

    [Theory]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("ar", ColorScheme.Light)]
    [InlineData("ar", ColorScheme.Dark)]
    public async Task Page_CheckedByAxe_HasNoViolations(string language, ColorScheme scheme)
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, $"lang={language}", Email);
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await phone.Page.Locator("#call").ClickAsync();
        await Expect(phone.State).ToContainTextAsync("CON");
        await Expect(phone.Page.Locator(".message")).ToHaveCountAsync(1);

        var result = await phone.Page.RunAxe();

        var found = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")).ToArray();
        Assert.True(found.Length is 0, string.Join('\n', found));
        await Picture.Take(phone.Page, $"simulator-{language}{(scheme is ColorScheme.Dark ? "-dark" : "")}");
    }
}
