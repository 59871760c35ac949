using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
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
        var body = BodyOf(prompt);
        var keys = prompt.Keys.Select(key => Line(prompt, key)).ToArray();
        if (prompt.Hint is { } hint && OneScreen(prompt, WithNotice(prompt, $"{prompt.Notice} {hint}".TrimStart(), body), keys, limits) is { } helpful)
            return [helpful];
        if (OneScreen(prompt, WithNotice(prompt, prompt.Notice, body), keys, limits) is { } whole)
            return [whole];
        var pages = Cut(prompt, body, limits);
        return prompt.Ends ? [pages[0]] : pages;
    }

    /// <summary>The whole prompt on one screen, naming as many keys as there is room for; back is always named where it works, and where nothing is, all.</summary>
    private static string? OneScreen(Prompt prompt, string body, string[] keys, TextLimits limits)
    {
        var least = prompt.Keys.Any(LeadsOn) ? 1 : keys.Length;
        for (var named = keys.Length; named >= least; named--)
        {
            var screen = Join(body, keys.AsSpan(0, named));
            if (limits.Fit(screen))
                return screen;
        }

        return null;
    }

    private static ImmutableArray<string> Cut(Prompt prompt, string body, TextLimits limits)
    {
        var pages = ImmutableArray.CreateBuilder<string>();
        var rest = body;
        var noticed = prompt.Notice is null;
        while (rest.Length > 0)
        {
            var isLast = limits.Fit(Join(rest, KeysOf(prompt, pages.Count == 0, isLast: true)));
            if (!noticed && (isLast || pages.Count == prompt.Page))
            {
                // The notice stands on the page that is shown; the pages before it are cut as ever.
                rest = WithNotice(prompt, prompt.Notice, rest);
                noticed = true;
                continue;
            }

            (var head, rest) = isLast ? new TextCut(rest, "") : TakePage(prompt, rest, isFirst: pages.Count == 0, limits);
            pages.Add(Join(head, KeysOf(prompt, pages.Count == 0, isLast)));
            rest = AsOpening(prompt, rest);
        }

        return pages.ToImmutable();
    }

    /// <summary>
    /// As much as a page holds. Behind a text of several pages, or where they count only at the end, options that fit one page stay
    /// together.
    /// </summary>
    private static TextCut TakePage(Prompt prompt, string rest, bool isFirst, TextLimits limits)
    {
        var keys = KeysOf(prompt, isFirst, isLast: false);
        var cut = TextCutter.Take(rest, text => limits.Fit(Join(text, keys)));
        var options = OptionsOf(prompt);
        var textLength = rest.Length - options.Length - 1;
        return (!isFirst || prompt.OptionsAtEnd) && textLength > 0 && cut.Head.Length > textLength
            && limits.Fit(Join(options, KeysOf(prompt, isFirst: false, isLast: true)))
                ? new TextCut(rest[..textLength], options)
                : cut;
    }

    /// <summary>On paged screens room is dear: the paging keys, and on the last one how to go on and back; in the menu, from which nothing leads back, help and language.</summary>
    private static string[] KeysOf(Prompt prompt, bool isFirst, bool isLast) =>
    [
        .. isLast ? [] : new[] { Line(prompt, prompt.More) },
        .. isFirst ? [] : new[] { Line(prompt, prompt.Previous) },
        .. isLast ? (prompt.Keys.Any(LeadsOn) ? prompt.Keys.Where(LeadsOn) : prompt.Keys).Select(key => Line(prompt, key)) : [],
    ];

    private static bool LeadsOn(Option key) => key.Key is Keys.Back or Keys.Next;

    private static string WithNotice(Prompt prompt, string? notice, string body) =>
        notice is null ? body : $"{PhoneText.Of(notice, prompt.Language)}\n{body}";

    private static string BodyOf(Prompt prompt) => OptionsOf(prompt) is { Length: > 0 } options
        ? $"{PhoneText.Of(prompt.Text, prompt.Language)}\n{options}"
        : PhoneText.Of(prompt.Text, prompt.Language);

    /// <summary>A rest may begin in the middle of a line, or of an address: as the beginning of a screen it is marked again.</summary>
    private static string AsOpening(Prompt prompt, string rest) => prompt.Language.IsRightToLeft ? Bidi.Mark(rest) : rest;

    private static string OptionsOf(Prompt prompt) => string.Join('\n', prompt.Options.Select(option => Line(prompt, option)));

    private static string Join(string body, ReadOnlySpan<string?> keys) =>
        keys.IsEmpty ? body : $"{body}\n{string.Join(' ', keys)}";

    /// <summary>The number of a choice is none of its label's: a house number there does not follow it.</summary>
    private static string Line(Prompt prompt, Option option) => $"{option.Key} {PhoneText.Of(option.Label, prompt.Language)}";
}
