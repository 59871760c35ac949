using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A whole number as people write it: plain, or in groups of three parted by one kind of sign (<c>150 000</c>, <c>150.000</c>,
/// <c>150,000</c>). Groups of another size are refused: <c>1.50</c> is no 150.
/// </summary>
internal static class GroupedNumber
{
    /// <summary>Larger than any number that settings may allow, so that a number too long to count is simply too high.</summary>
    public const long Limit = 1_000_000_000_000_000;

    private static readonly Regex Shape = new(
        @"\A-?([0-9]+|[0-9]{1,3}(( [0-9]{3})+|(\.[0-9]{3})+|(,[0-9]{3})+))\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static bool TryRead(string cleaned, out long number)
    {
        number = 0;
        if (!Shape.IsMatch(cleaned))
            return false;
        var plain = string.Concat(cleaned.Where(sign => sign is '-' || char.IsAsciiDigit(sign)));
        if (!long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            number = plain[0] == '-' ? -Limit : Limit;
        return true;
    }
}
