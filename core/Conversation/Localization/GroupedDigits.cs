using System.Text;

namespace ChatChannels.Conversation.Localization;

/// <summary>Codes and numbers in groups, to be read aloud and typed again without mistake.</summary>
public static class GroupedDigits
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Groups of <paramref name="size"/> characters from the left: <c>1234 5678 90</c>.</summary>
    public static string Show(string digits, int size) => Show(digits, size, ' ');

    /// <summary>
    /// The same for a sentence in a language. Right to left, the groups are joined by U+00A0: bidi layout (UAX #9, W4) keeps
    /// a number whole across it, where a plain space would show the last group first.
    /// </summary>
    public static string Show(string digits, int size, Language language) =>
        Show(digits, size, language.IsRightToLeft ? NoBreakSpace : ' ');

    private static string Show(string digits, int size, char separator)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return new StringBuilder().AppendJoin(separator, digits.Chunk(size).Select(static group => new string(group))).ToString();
    }
}
