using ChatChannels.Host.Replay;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>The web-chat page for who sees little: letters twice as large, and the colours of the person's own choice.</summary>
public sealed class WebChatSightTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>WCAG 2.2, 1.4.4: on a small phone at 200 %, whatever is shown is within it, and what was asked can be seen above the field.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Page_WithLettersTwiceAsLarge_ShowsAllWithoutScrollingSideways(string language)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        await visitor.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await visitor.Answer("[1]");
        await visitor.Answer("[1]");

        await visitor.Check();
        await Expect(visitor.Page.Locator("#field")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(visitor.LastHeard.Locator("p")).ToBeInViewportAsync();
        await visitor.Answer("ESSAI-NGONO");
        await visitor.Check();
        await Picture.Take(visitor.Page, $"chat-large-{language}");
    }

    /// <summary>
    /// WCAG 2.2, 1.4.11: where the system's colours take the place of ours, a button has an edge and the focus is seen. What axe says of
    /// contrast there is of colours that nobody sees.
    /// </summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Page_InHighContrast_KeepsEdgesAndFocus(string language)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark, Contrast = Contrast.More });
        await visitor.Answer("[1]");

        Assert.Equal("rgb(0, 0, 0)", await Style(visitor.Page.Locator("body"), "backgroundColor"));
        foreach (var control in await visitor.Page.Locator(".offer button:visible, #field, #answer > button, #log p").AllAsync())
        {
            Assert.Equal("auto", await Style(control, "forcedColorAdjust"));
            Assert.Equal("solid", await Style(control, "borderTopStyle"));
            Assert.Matches("^[1-9]", await Style(control, "borderTopWidth"));
        }

        await visitor.Page.Locator("#field").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("solid", await Style(visitor.Page.Locator(":focus"), "outlineStyle"));
        await Picture.Take(visitor.Page, $"chat-contrast-{language}");
    }

    private static Task<string> Style(ILocator element, string property) => element.EvaluateAsync<string>($"element => getComputedStyle(element).{property}");
}
