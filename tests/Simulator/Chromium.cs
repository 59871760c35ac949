using Microsoft.Playwright;

namespace ChatChannels.Tests.Simulator;

/// <summary>
/// One headless Chromium for a class of tests. Its absence skips a test, or fails it where every part is required.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string Executable => Environment.GetEnvironmentVariable("CHATCHANNELS_CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    /// <summary>A fresh page whose browser prefers <paramref name="locale"/>.</summary>
    public async Task<IPage> NewPageAsync(string locale = "fr-FR")
    {
        if (_browser is null)
            Missing();
        var page = await _browser!.NewPageAsync(new() { Locale = locale, ViewportSize = new() { Width = 1360, Height = 960 } });
        page.SetDefaultTimeout(15_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static void Missing()
    {
        if (Environment.GetEnvironmentVariable("CHATCHANNELS_REQUIRE_ALL") is "1")
            Assert.Fail("chromium is missing");
        Assert.Skip("chromium is missing");
    }
}
