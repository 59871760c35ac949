using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// The day, month and year a person typed, which may be no day of the calendar; <see cref="Year"/> has two digits where
/// <see cref="IsShort"/>.
/// </summary>
internal sealed partial record TypedDate(int Day, int Month, int Year, bool IsShort)
{
    private const int YearsBack = 80;

    /// <summary>As typed, in the usual order and with the usual signs: what to tell a person whose date is none.</summary>
    public string Written => IsShort ? $"{Day:00}/{Month:00}/{Year:00}" : $"{Day:00}/{Month:00}/{Year:0000}";

    public static TypedDate? Read(string cleaned)
    {
        var match = Shape().Match(cleaned);
        return match.Success
            ? new TypedDate(Number(match, "day"), Number(match, "month"), Number(match, "year"), match.Groups["year"].Length == 2)
            : null;
    }

    /// <summary>The date meant, or null where the calendar has no such day.</summary>
    public DateOnly? Resolve(YearWindow window, DateOnly today)
    {
        var year = IsShort ? FullYear(window, today) : Year;
        var exists = year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month);
        return exists ? new DateOnly(year, Month, Day) : null;
    }

    private int FullYear(YearWindow window, DateOnly today)
    {
        var year = today.Year - (today.Year % 100) + Year;
        var distance = Years.Order(year, Month, Day) - Years.Order(today);
        return window switch
        {
            YearWindow.Past => distance > 0 ? year - 100 : year,
            YearWindow.Future => distance < 0 ? year + 100 : year,
            _ => year < today.Year - YearsBack ? year + 100 : year >= today.Year + 100 - YearsBack ? year - 100 : year,
        };
    }

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>jj/mm/aaaa with any usual separator, the same run together, and the canonical form; after a wrong start there is nothing to try again.</summary>
    [GeneratedRegex(
        """
        \A(?:(?<day>[0-9]{1,2})[ ./-]+(?<month>[0-9]{1,2})[ ./-]+(?<year>[0-9]{4}|[0-9]{2})
        |(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4}|[0-9]{2})
        |(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Shape();
}
