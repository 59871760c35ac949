using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Ussd.Screens;

/// <summary>
/// Lays a prompt out over as few screens as it needs. Each screen is measured in its own alphabet; Latin text is folded
/// into GSM-7 first, so that one <c>ê</c> does not halve the room. A last screen cannot be paged and is cut to its first.
/// </summary>
internal static class Pager
{
    public static ImmutableArray<string> Pages(Prompt prompt, TextLimits limits)
    {
        if (prompt.Hint is { } hint && OneScreen(prompt, WithNotice($"{prompt.Notice} {hint}".TrimStart(), BodyOf(prompt)), limits) is { } helpful)
            return [helpful];
        if (OneScreen(prompt, WithNotice(prompt.Notice, BodyOf(prompt)), limits) is { } whole)
            return [whole];
        var pages = Cut(prompt, limits);
        return prompt.Ends ? [pages[0]] : pages;
    }

    /// <summary>The whole prompt on one screen, naming as many keys as there is room for; back is always named where it works.</summary>
    private static string? OneScreen(Prompt prompt, string body, TextLimits limits)
    {
        for (var named = prompt.Keys.Length; named >= Math.Min(1, prompt.Keys.Length); named--)
        {
            var screen = Join(body, prompt.Keys.Take(named));
            if (limits.Fit(screen))
                return screen;
        }

        return null;
    }

    private static ImmutableArray<string> Cut(Prompt prompt, TextLimits limits)
    {
        var pages = ImmutableArray.CreateBuilder<string>();
        var rest = BodyOf(prompt);
        var noticed = prompt.Notice is null;
        while (rest.Length > 0)
        {
            var isLast = limits.Fit(Join(rest, KeysOf(prompt, pages.Count == 0, isLast: true)));
            if (!noticed && (isLast || pages.Count == prompt.Page))
            {
                // The notice stands on the page that is shown; the pages before it are cut as ever.
                rest = WithNotice(prompt.Notice, rest);
                noticed = true;
                continue;
            }

            (var head, rest) = isLast ? new TextCut(rest, "") : TakePage(prompt, rest, isFirst: pages.Count == 0, limits);
            pages.Add(Join(head, KeysOf(prompt, pages.Count == 0, isLast)));
        }

        return pages.ToImmutable();
    }

    /// <summary>As much as a page holds; behind a text of several pages, options that fit one page stay together.</summary>
    private static TextCut TakePage(Prompt prompt, string rest, bool isFirst, TextLimits limits)
    {
        var keys = KeysOf(prompt, isFirst, isLast: false);
        var cut = TextCutter.Take(rest, text => limits.Fit(Join(text, keys)));
        var options = OptionsOf(prompt);
        var textLength = rest.Length - options.Length - 1;
        return !isFirst && textLength > 0 && cut.Head.Length > textLength
            && limits.Fit(Join(options, KeysOf(prompt, isFirst: false, isLast: true)))
                ? new TextCut(rest[..textLength], options)
                : cut;
    }

    /// <summary>On paged screens room is dear: the paging keys, and on the last one how to go on and back.</summary>
    private static IEnumerable<Option> KeysOf(Prompt prompt, bool isFirst, bool isLast) =>
    [
        .. isLast ? [] : new[] { prompt.More },
        .. isFirst ? [] : new[] { prompt.Previous },
        .. isLast ? prompt.Keys.Where(key => key.Key is Keys.Back or Keys.Next) : [],
    ];

    private static string WithNotice(string? notice, string body) =>
        notice is null ? body : $"{LatinFolding.ToGsm7(notice)}\n{body}";

    private static string BodyOf(Prompt prompt) => OptionsOf(prompt) is { Length: > 0 } options
        ? $"{LatinFolding.ToGsm7(prompt.Text)}\n{options}"
        : LatinFolding.ToGsm7(prompt.Text);

    private static string OptionsOf(Prompt prompt) => LatinFolding.ToGsm7(string.Join('\n', prompt.Options.Select(Line)));

    private static string Join(string body, IEnumerable<Option> keys)
    {
        var footer = LatinFolding.ToGsm7(string.Join(' ', keys.Select(Line)));
        return footer.Length == 0 ? body : $"{body}\n{footer}";
    }

    private static string Line(Option option) => $"{option.Key} {option.Label}";
}
