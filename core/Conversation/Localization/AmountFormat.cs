using System.Globalization;

namespace ChatChannels.Conversation.Localization;

/// <summary>Money as the funds' people write it, the same on every machine: culture data uses spaces and commas that GSM-7 lacks.</summary>
public static class AmountFormat
{
    private static readonly NumberFormatInfo Spaces = GroupedBy(" ", ",");
    private static readonly NumberFormatInfo NoBreakSpaces = GroupedBy("\u00A0", ",");
    private static readonly NumberFormatInfo Commas = GroupedBy(",", ".");

    /// <summary>
    /// Whole units of the currency in groups of three western digits: <c>125 000 FCFA</c> in French, <c>125,000 FCFA</c> in
    /// English. French has the plain space U+0020, for GSM-7. Right to left, the groups are joined by U+00A0 (see
    /// <see cref="GroupedDigits"/>).
    /// </summary>
    public static string Show(long amount, Language language, string currency) =>
        $"{amount.ToString("N0", For(language))} {currency}";

    /// <summary>The same for an amount that may have hundredths, which are shown where there are any: <c>1 250,50 DH</c>.</summary>
    public static string Show(decimal amount, Language language, string currency) =>
        $"{amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", For(language))} {currency}";

    /// <summary>A whole number of nothing in particular, in the same groups.</summary>
    public static string Show(long number, Language language) => number.ToString("N0", For(language));

    private static NumberFormatInfo For(Language language) =>
        language.IsRightToLeft ? NoBreakSpaces
        : language == Language.English ? Commas
        : Spaces;

    private static NumberFormatInfo GroupedBy(string separator, string point) =>
        NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberGroupSeparator = separator, NumberDecimalSeparator = point });
}
