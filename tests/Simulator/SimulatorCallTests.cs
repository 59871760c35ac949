using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Simulator;

public sealed class SimulatorCallTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Call_DialledAndAnswered_SpeaksAsTheGatewayDoes()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.DialAsync();
        await phone.SayAsync("1");
        await Expect(phone.Screen).ToHaveTextAsync(FakeGateway.French);
        await phone.UntilNotifiedAsync(() => phone.SayAsync("NGONO"));
        await Expect(phone.Screen).ToHaveTextAsync("Merci NGONO");

        await Expect(phone.State).ToContainTextAsync("END");
        Assert.Equal("Success", Assert.Single(phone.Gateway.Events)["status"]);
        Assert.Equal(["", "1", "1*NGONO"], [.. phone.Gateway.Calls.Select(call => call["text"])]);
        var first = phone.Gateway.Calls.First();
        Assert.Matches("^ATUid_[0-9a-f]{32}$", first["sessionId"]);
        Assert.Equal((FakeWorld.Phone, "62401", "*237*1#"), (first["phoneNumber"], first["networkCode"], first["serviceCode"]));
        Assert.Single(phone.Gateway.Calls.Select(call => call["sessionId"]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Screen_InGsm7_CountsSeptets()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        phone.Gateway.Screens[""] = "CON Bienvenue à l'été [€]";

        await phone.DialAsync();

        await Expect(phone.Length).ToHaveTextAsync("24 / 182 GSM-7");
        await Expect(phone.Screen).ToHaveAttributeAsync("lang", "fr");
    }

    [Fact]
    public async Task Screen_InArabic_CountsUnitsAndIsMarkedArabic()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.DialAsync();
        await phone.SayAsync("2");

        await Expect(phone.Screen).ToHaveTextAsync(FakeGateway.Arabic);
        var units = FakeGateway.Arabic.Length.ToString(CultureInfo.InvariantCulture);
        await Expect(phone.Length).ToHaveTextAsync($"{units} / 80 UCS-2");
        await Expect(phone.Screen).ToHaveAttributeAsync("lang", "ar");
        await Expect(phone.Screen).ToHaveCSSAsync("direction", "rtl");
    }

    [Theory]
    [InlineData("4", 'a', 182, "190 sur 182")]
    [InlineData("5", 'ب', 80, "81 sur 80")]
    public async Task Screen_OverTheLimit_IsCutAndWarnedAbout(string answer, char letter, int shown, string warning)
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.DialAsync();
        await phone.SayAsync(answer);

        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(warning);
        await Expect(phone.Screen).ToHaveTextAsync(new string(letter, shown));
    }

    [Fact]
    public async Task Reply_WithoutPrefix_FailsAsOnAPhone()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        await phone.DialAsync();
        await phone.SayAsync("6");

        await Expect(phone.Screen).ToContainTextAsync("code IHM non valide");
        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("HTTP 200");
    }

    [Fact]
    public async Task HangUp_DuringACall_NotifiesTheGateway()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();
        await phone.SayAsync("1");
        await Expect(phone.Screen).ToHaveTextAsync(FakeGateway.French);

        await phone.UntilNotifiedAsync(() => phone.PressAsync("Raccrocher"));

        var told = Assert.Single(phone.Gateway.Events);
        Assert.Equal(
            ("Incomplete", "1", "2", "CON " + FakeGateway.French),
            (told["status"], told["input"], told["hopsCount"], told["lastAppResponse"]));
        Assert.Equal(phone.Gateway.Calls.First()["sessionId"], told["sessionId"]);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$", told["date"]);
        await Expect(phone.State).ToHaveTextAsync("Vous avez raccroché");
    }

    [Fact]
    public async Task Drop_ThenDialAgain_NotifiesNobodyAndOpensANewSession()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();

        await phone.PressAsync("Couper la ligne");
        await Expect(phone.State).ToHaveTextAsync("Ligne coupée");
        await phone.PressAsync("Rappeler");
        await Expect(phone.State).ToContainTextAsync("CON");

        Assert.Empty(phone.Gateway.Events);
        Assert.Equal(2, phone.Gateway.Calls.Select(call => call["sessionId"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(phone.Gateway.Calls, call => Assert.Empty(call["text"]));
    }

    [Fact]
    public async Task Session_OfThreeMinutes_IsWarnedAbout()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);
        await phone.DialAsync();

        await phone.Page.Clock.FastForwardAsync("03:01");

        await Expect(phone.Page.Locator("#duration")).ToHaveTextAsync("3:01");
        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("180");
    }
}
