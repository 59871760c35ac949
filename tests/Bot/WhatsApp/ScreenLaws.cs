using ChatChannels.Bot.WhatsApp.Screens;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>What holds of every screen, whatever the prompt.</summary>
internal static class ScreenLaws
{
    private static readonly WhatsAppScreens Screens = new();

    /// <summary>The first law that a prompt breaks, or null.</summary>
    public static string? BrokenBy(Prompt prompt)
    {
        var first = Screens.Render(prompt with { Page = 0 });
        var pages = Enumerable.Range(0, first.Pages).Select(page => Screens.Render(prompt with { Page = page })).ToList();
        return pages.Select((screen, page) => Fault(prompt, screen, page, first.Pages)).FirstOrDefault(fault => fault is not null)
            ?? prompt.Options.Select(option => Unreachable(option, pages)).FirstOrDefault(fault => fault is not null)
            ?? (Screens.Render(prompt with { Page = 1000 }).Page == first.Pages - 1 ? null : "a page beyond the last is not the last");
    }

    public static IReadOnlyList<Shown> Messages(Screen screen) => [.. Payload.Read(screen.Reply).Select(message => new Shown(message))];

    private static string? Fault(Prompt prompt, Screen screen, int page, int pages)
    {
        var messages = Messages(screen);
        var all = string.Join('\n', messages.Select(message => $"{message.Body}\n{message.Footer}"));
        var touchable = messages[^1].Keys.ToList();
        return messages.Select(message => message.Fault).FirstOrDefault(fault => fault is not null)
            ?? (messages.SkipLast(1).All(message => message.IsWords) ? null : "what can be touched does not come last")
            ?? (touchable.Contains(Keys.More) == page < pages - 1 ? null : "the way to the next page")
            ?? (touchable.Contains(Keys.Previous) == page > 0 ? null : "the way to the page before")
            ?? prompt.Keys.Where(key => !touchable.Contains(key.Key) && !Letters(all).Contains(Letters($"{key.Key}{key.Label}"), StringComparison.Ordinal)).Select(key => $"the key {key.Key} is not named").FirstOrDefault()
            ?? (Letters(all).StartsWith(Letters($"{prompt.Notice}{prompt.Hint}{prompt.Text}"), StringComparison.Ordinal) ? null : "words are lost");
    }

    /// <summary>An option is touched on some page, or stands behind its number.</summary>
    private static string? Unreachable(Option option, IEnumerable<Screen> pages)
    {
        var messages = pages.SelectMany(Messages).ToList();
        return messages.Exists(message => message.Keys.Contains(option.Key, StringComparer.Ordinal))
            || Letters(string.Concat(messages.Select(message => message.Body))).Contains(Letters($"{option.Key}{option.Label}"), StringComparison.Ordinal)
                ? null
                : $"the option {option.Key} cannot be reached";
    }

    /// <summary>Without blanks, which cuts may take, and without isolates.</summary>
    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\u2066' or '\u2069')));
}
