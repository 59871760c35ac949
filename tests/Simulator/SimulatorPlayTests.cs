using ChatChannels.Simulator.World;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Simulator;

/// <summary>The button that plays a sample person's answers one by one.</summary>
public sealed class SimulatorPlayTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Play = "Jouer la suite";

    [Fact]
    public async Task Play_PressedAgainAndAgain_DialsAndTypesTheAnswersToTheEnd()
    {
        await using var phone = await OpenAsync(text => text switch { "" => new("menu"), "1" => new("form.surname"), _ => new(Ask: null) });

        await phone.PressAsync(Play);
        await Expect(phone.Page.Locator("#next")).ToHaveTextAsync("Bienvenue : 1");
        await Expect(phone.Page.Locator("#people [aria-current]")).ToContainTextAsync("Bienvenue");
        await phone.PressAsync(Play);
        await Expect(phone.Page.Locator("#next")).ToHaveTextAsync("Nom : NGONO");
        await phone.PressAsync(Play);

        await Expect(phone.Screen).ToHaveTextAsync("Merci NGONO");
        await Expect(phone.Page.Locator("#next")).ToHaveTextAsync("Toutes les réponses de cette personne ont été jouées.");
        await Expect(phone.Page.Locator("#play")).ToBeDisabledAsync();
        Assert.Equal(["", "1", "1*NGONO"], [.. phone.Gateway.Calls.Select(call => call["text"])]);
        Assert.All(phone.Gateway.Calls, call => Assert.Equal(FakeWorld.Phone, call["phoneNumber"]));
    }

    [Fact]
    public async Task Play_WhereSomethingIsRead_GoesOnByItsKey()
    {
        await using var phone = await OpenAsync(text => text is "" ? new("form.review") { Key = "98" } : new("menu"));

        await phone.PressAsync(Play);
        await Expect(phone.Page.Locator("#next")).ToHaveTextAsync("Page suivante : 98");
        await phone.PressAsync(Play);

        await Expect(phone.State).ToContainTextAsync("END");
        Assert.Equal("98", phone.Gateway.Calls.Last()["text"]);
    }

    [Fact]
    public async Task Play_WhereACodeIsAwaited_TypesTheOneThatCameSinceTheCallBegan()
    {
        await using var phone = await OpenAsync(_ => new("proof.code") { AwaitsCode = true });
        phone.Host.World.Receive(Code("m1", "1111 1111", DateTimeOffset.UnixEpoch));

        await phone.PressAsync(Play);
        await Expect(phone.Page.Locator("#next")).ToContainTextAsync("répondez vous-même");
        phone.Host.World.Receive(Code("m2", "1234\u00a05678", DateTimeOffset.MaxValue));
        await phone.SayAsync("1");

        await Expect(phone.Page.Locator("#next")).ToHaveTextAsync("Code reçu : 12345678");
    }

    [Fact]
    public async Task Play_WhereTheCardHasNoAnswer_SaysSoAndDoesNothing()
    {
        await using var phone = await OpenAsync(_ => new(Ask: null));

        await phone.PressAsync(Play);

        await Expect(phone.Page.Locator("#next")).ToHaveTextAsync("Cette personne n’a pas de réponse ici : répondez vous-même.");
        await Expect(phone.Page.Locator("#play")).ToBeDisabledAsync();
    }

    private static SimulatedMessage Code(string id, string code, DateTimeOffset at) =>
        new(id, MessageKind.Sms, "FUND", "+237650000099", $"Code : {code}, valable 10 minutes. Dossier 123 456 7890.") { At = at };

    /// <summary>Opens the page; the call stands where <paramref name="stand"/> says for what was typed.</summary>
    private async Task<SimulatorPage> OpenAsync(Func<string, SimulatedStand> stand)
    {
        var phone = await SimulatorPage.OpenAsync(chromium);
        phone.Host.World.Stand = () => stand(phone.Gateway.Calls.Last()["text"]);
        return phone;
    }
}
