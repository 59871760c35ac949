using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>The words of a screen, in as many messages as they need: what can be touched hangs on the last.</summary>
internal static class Bodies
{
    /// <summary>The words, cut between lines or words.</summary>
    /// <param name="named">The keys for which nothing else has room: they are named below.</param>
    /// <param name="last">Makes the last message, given its words and what stands in small letters below.</param>
    public static ImmutableArray<Bubble> Cut(Prompt prompt, IReadOnlyCollection<Option> named, int longest, Func<string, string?, Bubble> last)
    {
        var keys = KeyLine(named);
        var isFooter = keys.Length <= Bubble.LongestFooter;
        var parts = TextCutter.Cut(isFooter || keys.Length == 0 ? BodyOf(prompt) : $"{BodyOf(prompt)}\n\n{keys}", text => text.Length <= longest);
        return [.. parts[..^1].Select(part => new Bubble.Words(part)), last(parts[^1], isFooter && keys.Length > 0 ? keys : null)];
    }

    /// <summary>All in words, each choice behind its number.</summary>
    public static ImmutableArray<Bubble> Numbered(Prompt prompt)
    {
        var options = string.Join('\n', prompt.Options.Select(Line));
        var blocks = new[] { BodyOf(prompt), options, KeyLine(prompt.Keys) }.Where(block => block.Length > 0);
        return [.. TextCutter.Cut(string.Join("\n\n", blocks), text => text.Length <= Bubble.Words.LongestBody).Select(part => new Bubble.Words(part))];
    }

    private static string BodyOf(Prompt prompt)
    {
        var notice = $"{prompt.Notice} {prompt.Hint}".Trim();
        return notice.Length == 0 ? prompt.Text : $"{notice}\n\n{prompt.Text}";
    }

    private static string KeyLine(IReadOnlyCollection<Option> keys) => string.Join(" · ", keys.Select(Line));

    private static string Line(Option option) => $"{option.Key} {option.Label}";
}
