namespace ChatChannels.Conversation.Answers;

/// <summary>
/// Cameroon's numbers had eight digits until 21 November 2014, when 6 was put before mobile and 2 before fixed ones (TEL-4).
/// Old ones are still printed, so a person is told the new form rather than that theirs is wrong.
/// </summary>
internal static class EightDigits
{
    private const string Cameroon = "CM";
    private const string CallingCode = "237";

    /// <summary>The number of today that an old one became, or null where it is no old number.</summary>
    public static PhoneNumber? NineDigitsOf(Dialled dialled, string country)
    {
        var old = dialled.Digits.StartsWith(CallingCode, StringComparison.Ordinal) && dialled.Digits.Length == 11
            ? dialled.Digits[CallingCode.Length..]
            : dialled.IsInternational || country is not Cameroon ? "" : dialled.Digits;
        var wasFixed = old is ['2' or '3', ..];
        var today = $"+{CallingCode}{(wasFixed ? '2' : '6')}{old}";
        return old.Length == 8 && PhoneNumber.TryParse(today, Cameroon, out var number) ? number : null;
    }
}
