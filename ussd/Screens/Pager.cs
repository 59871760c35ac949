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
        var body = LatinFolding.ToGsm7(BodyOf(prompt));
        if (OneScreen(prompt, body, limits) is { } whole)
            return [whole];
        var pages = Cut(prompt, body, limits);
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

    private static ImmutableArray<string> Cut(Prompt prompt, string body, TextLimits limits)
    {
        var pages = ImmutableArray.CreateBuilder<string>();
        var rest = body;
        while (rest.Length > 0)
        {
            var last = Join(rest, KeysOf(prompt, isFirst: pages.Count == 0, isLast: true));
            if (limits.Fit(last))
            {
                pages.Add(last);
                break;
            }

            var keys = KeysOf(prompt, isFirst: pages.Count == 0, isLast: false);
            (var head, rest) = TextCutter.Take(rest, text => limits.Fit(Join(text, keys)));
            pages.Add(Join(head, keys));
        }

        return pages.ToImmutable();
    }

    /// <summary>On paged screens room is dear: the paging keys, and back on the last one.</summary>
    private static IEnumerable<Option> KeysOf(Prompt prompt, bool isFirst, bool isLast) =>
    [
        .. isLast ? [] : new[] { prompt.More },
        .. isFirst ? [] : new[] { prompt.Previous },
        .. isLast ? prompt.Keys.Where(key => key.Key is Keys.Back) : [],
    ];

    private static string BodyOf(Prompt prompt) => string.Join('\n',
    [
        .. prompt.Notice is { } notice ? [notice] : Array.Empty<string>(),
        prompt.Text,
        .. prompt.Options.Select(Line),
    ]);

    private static string Join(string body, IEnumerable<Option> keys)
    {
        var footer = LatinFolding.ToGsm7(string.Join(' ', keys.Select(Line)));
        return footer.Length == 0 ? body : $"{body}\n{footer}";
    }

    private static string Line(Option option) => $"{option.Key} {option.Label}";
}
