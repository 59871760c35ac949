using System.Globalization;
using System.Text.RegularExpressions;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// The day, month and year a person typed, which may be no day of the calendar; <see cref="Year"/> has two digits where
/// <see cref="IsShort"/>.
/// </summary>
internal sealed partial record TypedDate(int Day, int Month, int Year, bool IsShort)
{
    private const int YearsBack = 80;

    /// <summary>No date with its words is longer, in UTF-16 units.</summary>
    private const int Longest = 60;

    /// <summary>What people part dates with, the Arabic comma and date sign among it.</summary>
    private const string Separators = " ./-_\\,'’،؍";

    /// <summary>Words around the numbers that say nothing of which day it is: « le 1er », « 14th of March », « 14 من شهر مارس سنة 1994 ».</summary>
    private static readonly ImmutableHashSet<string> Idle = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        [.. "le du de er ere the of st nd rd th من شهر يوم سنة عام".Split(' ').Select(Folding.ForMatching)]);

    /// <summary>As typed, in the usual order and with the usual signs: what to tell a person whose date is none.</summary>
    public string Written => IsShort ? $"{Day:00}/{Month:00}/{Year:00}" : $"{Day:00}/{Month:00}/{Year:0000}";

    /// <summary>
    /// Reads jj/mm/aaaa with any usual separator, the same run together, the year first, and a month by its name before or behind the day.
    /// Of numbers alone the day stands before the month, unless four digits of a year begin; another order is not guessed.
    /// </summary>
    public static TypedDate? Read(string cleaned)
    {
        var folded = Folding.ForMatching(cleaned);
        if (folded.Length > Longest || !folded.All(IsOfDates))
            return null;
        var parts = Parts().Matches(folded).Select(part => part.Value).Where(part => !Idle.Contains(part)).ToArray();
        var numbers = parts.Where(part => char.IsAsciiDigit(part[0])).ToArray();
        if (parts.Length == numbers.Length)
            return OfNumbers(numbers);
        return MonthNames.Find(string.Join(' ', parts.Where(part => !char.IsAsciiDigit(part[0])))) is { } month && numbers.Length == 2
            ? WithName(numbers[0], month, numbers[1], isFirst: !char.IsAsciiDigit(parts[0][0]))
            : null;
    }

    /// <summary>The date meant, or null where the calendar has no such day.</summary>
    public DateOnly? Resolve(YearWindow window, DateOnly today)
    {
        var year = IsShort ? FullYear(window, today) : Year;
        var exists = year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month);
        return exists ? new DateOnly(year, Month, Day) : null;
    }

    private static TypedDate? OfNumbers(string[] numbers) => numbers switch
    {
        [{ Length: 8 } whole] when IsYear(whole[..4]) && !IsYear(whole[4..]) => Of(whole[6..], whole[4..6], whole[..4]),
        [{ Length: 6 or 8 } whole] => Of(whole[..2], whole[2..4], whole[4..]),
        [{ Length: 4 } year, { Length: <= 2 } month, { Length: <= 2 } day] => Of(day, month, year),
        [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 2 or 4 } year] => Of(day, month, year),
        _ => null,
    };

    /// <summary>A named month leaves no doubt about the day, wherever it stands between or before two numbers.</summary>
    private static TypedDate? WithName(string first, int month, string second, bool isFirst)
    {
        if (first.Length <= 2 && second.Length is 2 or 4)
            return new TypedDate(Number(first), month, Number(second), second.Length == 2);
        return first.Length == 4 && second.Length <= 2 && !isFirst
            ? new TypedDate(Number(second), month, Number(first), IsShort: false)
            : null;
    }

    private static TypedDate Of(string day, string month, string year) => new(Number(day), Number(month), Number(year), year.Length == 2);

    /// <summary>Whether eight digits in a row rather begin, or end, with a year.</summary>
    private static bool IsYear(string digits) => digits is ['1', '8' or '9', ..] or ['2', '0' or '1', ..];

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

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsOfDates(char sign) =>
        char.IsAsciiDigit(sign) || char.IsLetter(sign) || sign is >= '\u2010' and <= '\u2015' || Separators.Contains(sign, StringComparison.Ordinal);

    [GeneratedRegex(@"[0-9]+|\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
