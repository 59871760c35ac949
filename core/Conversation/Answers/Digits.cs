using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Answers;

/// <summary>Strings of the digits 0 to 9, and how they are grouped to be read.</summary>
internal static class Digits
{
    public static bool Only(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>In groups of three from the left, the last of two to four: <c>123 456 7890</c>.</summary>
    public static string InThrees(string digits, Language language)
    {
        var groups = new List<string>();
        var rest = digits;
        while (rest.Length > 4)
        {
            groups.Add(rest[..3]);
            rest = rest[3..];
        }

        return Join(groups.Append(rest), language);
    }

    /// <summary>In pairs from the right, as phone numbers are said: <c>6 50 00 00 01</c>.</summary>
    public static string InPairs(string digits, Language language)
    {
        var odd = digits.Length % 2;
        var pairs = digits[odd..].Chunk(2).Select(pair => new string(pair));
        return Join(odd == 0 ? pairs : pairs.Prepend(digits[..1]), language);
    }

    /// <summary>By the space that keeps a number whole: right to left, a plain one would show the last group first (UAX #9, W4).</summary>
    public static string Join(IEnumerable<string> groups, Language language) =>
        string.Join(language.IsRightToLeft ? '\u00A0' : ' ', groups);
}
