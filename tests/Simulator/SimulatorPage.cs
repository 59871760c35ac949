using ChatChannels.Simulator.World;
using Microsoft.Playwright;

namespace ChatChannels.Tests.Simulator;

/// <summary>The page in a browser, in the words of the person who uses it.</summary>
internal sealed class SimulatorPage : IAsyncDisposable
{
    private SimulatorPage(SimulatorHost host, IPage page) => (Host, Page) = (host, page);

    public SimulatorHost Host { get; }

    public IPage Page { get; }

    public FakeGateway Gateway => Host.Gateway;

    public ILocator Screen => Page.Locator("#screen");

    public ILocator Box => Page.Locator("#box");

    public ILocator Length => Page.Locator("#length");

    public ILocator State => Page.Locator("#state");

    public static async Task<SimulatorPage> OpenAsync(Chromium chromium, string query = "lang=fr", params SimulatedMessage[] messages)
    {
        var page = await chromium.NewPageAsync();
        var host = await SimulatorHost.StartAsync();
        foreach (var message in messages)
            host.World.Receive(message);
        var opened = new SimulatorPage(host, page);
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{host.Address}simulator?{query}");
        await Assertions.Expect(page.Locator("#play")).ToBeEnabledAsync();
        return opened;
    }

    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public async Task DialAsync()
    {
        await PressAsync("Appeler");
        await Assertions.Expect(Screen).ToContainTextAsync("Bienvenue");
    }

    public async Task SayAsync(string answer)
    {
        await Box.FillAsync(answer);
        await PressAsync("OK, envoyer");
    }

    /// <summary>Does something, and waits until the gateway has taken the end-of-session notification.</summary>
    public Task UntilNotifiedAsync(Func<Task> action)
        => Page.RunAndWaitForResponseAsync(action, response => response.Url.EndsWith("/events", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        await Host.DisposeAsync();
    }
}
