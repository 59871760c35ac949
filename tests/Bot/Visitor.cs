using ChatChannels.Host.Replay;
using ChatChannels.Tests.Simulator;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>A person at the web-chat page, on a small phone.</summary>
internal sealed class Visitor(IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>What the service said last.</summary>
    public ILocator LastHeard => page.Locator("#log > li.them").Last;

    public static async Task<Visitor> Open(Chromium chromium, ReplayHost service, string fund, string language)
    {
        var page = await chromium.NewPageAsync();
        await page.SetViewportSizeAsync(320, 568);
        await page.GotoAsync(new Uri(service.Http.BaseAddress!, $"/chat/{fund}?lang={language}").ToString());
        await Expect(page.Locator("body[data-status=open]")).ToBeAttachedAsync();
        return new Visitor(page);
    }

    /// <summary>Types an answer, or touches the button of a key in brackets, and waits until the service has answered.</summary>
    public async Task Answer(string answer)
    {
        var heard = await page.Locator("#log > li.them").CountAsync();
        if (answer is ['[', .. var key, ']'])
            await page.Locator($".offer [data-key='{key}']").ClickAsync();
        else
            await Type(answer);
        await Expect(page.Locator("#log > li.them")).ToHaveCountAsync(heard + 1);
    }

    /// <summary>Types into the field, or a date's three parts into its three fields.</summary>
    public async Task Type(string text)
    {
        if (await page.Locator("#date").IsHiddenAsync())
            await page.Locator("#field").FillAsync(text);
        else
            foreach (var (part, i) in text.Split('/', '-').Select((part, i) => (part, i)))
                await page.Locator("#date input").Nth(i).FillAsync(part);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>No violation that axe finds, and nothing to scroll sideways.</summary>
    public async Task Check()
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the phone.");
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
