using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Tests.Runtime.HandOvers;
using ChatChannels.Tests.Simulator;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>The web-chat page while an agent speaks.</summary>
public sealed class WebChatAgentTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("fr", "Agent : Votre carte est prête.")]
    [InlineData("ar", "المستشار: Votre carte est prête.")]
    public async Task Agent_SpeaksUnasked_IsShownAndTheWayBackStaysUnderWhatIsWritten(string language, string shown)
    {
        await using var service = (await ReplayHost.Start(Morning)).WithAgent("cnss-ma");
        await using var person = await Visitor.Open(chromium, service, "cnss-ma", language);
        var back = person.Page.Locator(".offer [data-key='00']");
        foreach (var answer in new[] { "[97]", "[1]" })
            await person.Answer(answer);
        await person.Check();
        var desk = service.Services.GetRequiredService<IHandOverDesk>();
        var waiting = Assert.Single(await desk.Open(new FundId("cnss-ma"), TestContext.Current.CancellationToken));
        Assert.Equal(DeskAnswer.Done, await desk.Take(waiting, "ada"));
        await Expect(person.Page.Locator("#log > li.them")).ToHaveCountAsync(5); // the page's own greeting is one

        await person.Type("Bonjour");
        await Expect(person.Page.Locator("#log > li.me").Last).ToContainTextAsync("Bonjour");
        await Expect(person.Page.Locator("#log > li").Last.Locator("[data-key='00']")).ToBeVisibleAsync();
        Assert.Equal(DeskAnswer.Done, await desk.Say(waiting, "ada", "1", "Votre carte est prête."));
        await Expect(person.LastHeard).ToContainTextAsync(shown);
        await Expect(back).ToHaveCountAsync(1);
        await person.Type("Merci");
        await Expect(person.Page.Locator("#log > li.me").Last).ToContainTextAsync("Merci");
        await person.Check();
        await person.Answer("[00]");

        await Expect(back).ToHaveCountAsync(0);
        Assert.Empty(await desk.Open(new FundId("cnss-ma"), TestContext.Current.CancellationToken));
    }
}
