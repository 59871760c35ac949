using Microsoft.Playwright;

namespace ChatChannels.Tests;

/// <summary>Pictures of screens. They are kept in <c>docs/screens</c> when CHATCHANNELS_SCREENS is set, and must be there by then.</summary>
internal static class Picture
{
    private const string Folder = "docs/screens";

    public static async Task Take(IPage page, string name)
    {
        var kept = Path.Combine(Repository.PathOf(Folder), $"{name}.png");
        var taken = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        if (Environment.GetEnvironmentVariable("CHATCHANNELS_SCREENS") is { Length: > 0 })
            await File.WriteAllBytesAsync(kept, taken);
        Assert.True(File.Exists(kept), $"{Folder}/{name}.png is not there; run the test with CHATCHANNELS_SCREENS=1.");
    }
}
