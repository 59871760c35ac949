using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Host.Checking;

/// <summary>Measures prompts on the screens that phones really get; each different one once.</summary>
internal sealed class Gauge(IScreens screens, TextLimits limits)
{
    private readonly Dictionary<string, ScreenSize> _known = new(StringComparer.Ordinal);

    /// <summary>How many different screens were measured.</summary>
    public int Screens => _known.Values.Sum(size => size.Pages);

    /// <summary>The size of a prompt. A last one, which a phone could only get cut, is measured as if it had pages too.</summary>
    public ScreenSize Measure(Prompt prompt)
    {
        var key = KeyOf(prompt);
        if (!_known.TryGetValue(key, out var size))
            _known[key] = size = Render(prompt);
        return size;
    }

    /// <summary>How much of a screen a text takes by itself, 1 being all of it.</summary>
    public double ShareOf(string text)
    {
        var size = TextMeasure.Of(LatinFolding.ToGsm7(text));
        return (double)size.Units / limits.For(size.Alphabet);
    }

    private ScreenSize Render(Prompt prompt)
    {
        var pages = PagesOf(prompt);
        var sizes = pages.ConvertAll(page => Size(page, pages.Count));
        return sizes.Aggregate(ScreenSize.Larger) with
        {
            Fits = pages.TrueForAll(limits.Fit) && prompt.Options.All(option => IsWhole(prompt, option)),
        };
    }

    /// <summary>A choice is read as one line, so it must not need two screens even alone.</summary>
    private bool IsWhole(Prompt prompt, Option option) =>
        PagesOf(prompt with { Notice = null, Text = $"{option.Key} {option.Label}", Options = [], Keys = [] }) is [var only] && limits.Fit(only);

    private List<string> PagesOf(Prompt prompt)
    {
        var whole = prompt with { Ends = false };
        var count = screens.Render(whole with { Page = 0 }).Pages;
        return [.. Enumerable.Range(0, count).Select(page => TextOf(screens.Render(whole with { Page = page })))];
    }

    private ScreenSize Size(string page, int pages)
    {
        var size = TextMeasure.Of(page);
        return new ScreenSize(size, limits.For(size.Alphabet), pages, Fits: true);
    }

    // The gateway takes "CON " off before the network counts.
    private static string TextOf(Screen screen) => screen.Reply["CON ".Length..];

    private static string KeyOf(Prompt prompt) => string.Join(
        '\u0001',
        [prompt.Language.Code, prompt.Notice ?? "", prompt.Text, .. prompt.Options.Concat(prompt.Keys).Select(option => $"{option.Key} {option.Label}")]);
}
