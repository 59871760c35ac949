using ChatChannels.Simulator.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Simulator;

/// <summary>The messages that the service sent, to whatever address.</summary>
public sealed class SimulatorInboxTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly SimulatedMessage Email =
        new("m1", MessageKind.Email, "fund@example.org", "person@example.org", "Validez ici : https://example.org/v?c=1.")
        {
            At = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero),
            Subject = "Votre demande",
        };

    private static readonly SimulatedMessage Sms =
        new("m2", MessageKind.Sms, "FUND", FakeWorld.Phone, "Dossier P-12") { At = Email.At.AddMinutes(1), Segments = 2 };

    private static readonly SimulatedMessage OfAnother =
        new("m3", MessageKind.Sms, "FUND", "+212600000099", "Votre code : 1234 5678") { At = Email.At.AddMinutes(2), Segments = 1, State = MessageState.Waiting };

    [Fact]
    public async Task Inbox_WithMessages_ShowsThreadsAndLinks()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, messages: Email);
        var link = phone.Page.Locator("#threads a");

        await Expect(link).ToHaveTextAsync("https://example.org/v?c=1");
        await Expect(link).ToHaveAttributeAsync("href", "https://example.org/v?c=1");
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "Votre demande" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Inbox_WhenAMessageArrives_AnnouncesIt()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, messages: Email);
        await Expect(phone.Page.Locator(".message")).ToHaveCountAsync(1);

        phone.Host.World.Receive(Sms);
        await phone.Page.Clock.FastForwardAsync("00:04");

        await Expect(phone.Page.Locator("#arrivals")).ToHaveTextAsync("Nouveau message de FUND : Dossier P-12");
        await Expect(phone.Page.Locator(".message")).ToHaveCountAsync(2);
        await Expect(phone.Page.Locator(".message.sms .facts")).ToContainTextAsync("segments : 2");
    }

    [Fact]
    public async Task Inbox_Unfiltered_ShowsTheMessagesOfEveryAddressNewestFirst()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, messages: [Email, Sms, OfAnother]);

        await Expect(phone.Page.Locator(".message .to")).ToHaveTextAsync(["+212600000099", FakeWorld.Phone, "person@example.org"]);
        await Expect(phone.Page.Locator(".message").First).ToContainTextAsync("en attente");
    }

    [Fact]
    public async Task Inbox_FilteredByAddress_ShowsThoseOfThatAddress()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, messages: [Email, Sms, OfAnother]);
        await Expect(phone.Page.Locator(".message")).ToHaveCountAsync(3);

        await phone.Page.GetByLabel("Destinataire").SelectOptionAsync("person@example.org");

        await Expect(phone.Page.Locator(".message .to")).ToHaveTextAsync(["person@example.org"]);
    }

    [Fact]
    public async Task Inbox_FilteredByChannel_ShowsThoseOfThatChannel_AndGoesOnDoingSo()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium, messages: [Email, Sms]);
        await Expect(phone.Page.Locator(".message")).ToHaveCountAsync(2);

        await phone.Page.GetByLabel("Canal").SelectOptionAsync("sms");
        phone.Host.World.Receive(OfAnother);
        await phone.Page.Clock.FastForwardAsync("00:04");

        await Expect(phone.Page.Locator(".message .to")).ToHaveTextAsync(["+212600000099", FakeWorld.Phone]);
        await Expect(phone.Page.GetByLabel("Canal")).ToHaveValueAsync("sms");
    }
}
