using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Answers;

/// <summary>A phone number of a country whose plan is known (<see cref="PhonePlan"/>). Personal: <see cref="ToString"/> masks it.</summary>
public readonly record struct PhoneNumber
{
    private const int DigitsLeftInMask = 3;

    private PhoneNumber(PhonePlan plan, string national) => (E164, Country) = ($"+{plan.CallingCode}{national}", plan.Country);

    /// <summary>With plus and calling code and nothing else: <c>+237650000001</c>.</summary>
    public string E164 { get; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string Country { get; }

    /// <summary>Whether it can be sent an SMS.</summary>
    public bool IsMobile => Plan.Mobile.IsMatch(National);

    private PhonePlan Plan => PhonePlan.Of(Country)!;

    private string National => E164[(Plan.CallingCode.Length + 1)..];

    /// <summary>Reads a number that must be one: of a configuration, of a message already checked.</summary>
    /// <exception cref="FormatException">It is no number of a known plan.</exception>
    public static PhoneNumber Parse(string typed, string country) =>
        TryParse(typed, country, out var number) ? number : throw new FormatException("Not a phone number of a known country.");

    /// <summary>
    /// Reads a number however it is grouped: with <c>+</c> or <c>00</c> and a calling code, with the bare calling code, or as dialled
    /// inside <paramref name="country"/>.
    /// </summary>
    public static bool TryParse(string typed, string country, out PhoneNumber number)
    {
        var dialled = Dialled.Of(typed);
        var found = dialled.IsInternational ? null : Match(PhonePlan.Of(country), dialled.Digits);
        found ??= PhonePlan.All
            .Where(plan => dialled.Digits.StartsWith(plan.CallingCode, StringComparison.Ordinal))
            .Select(plan => Match(plan, dialled.Digits[plan.CallingCode.Length..]))
            .FirstOrDefault(match => match is not null);
        number = found.GetValueOrDefault();
        return found is not null;
    }

    /// <summary>As it is dialled in <paramref name="country"/>: <c>6 50 00 00 01</c> at home, <c>+237 6 50 00 00 01</c> abroad.</summary>
    public string Show(string country, Language language) => string.Equals(country, Country, StringComparison.Ordinal)
        ? Digits.InPairs(Plan.Trunk + National, language)
        : Digits.Join([$"+{Plan.CallingCode}", Digits.InPairs(National, language)], language);

    /// <summary>The number with only its calling code and last three digits: <c>+237******001</c>.</summary>
    public override string ToString() => E164 is null
        ? "***"
        : $"+{Plan.CallingCode}{new string('*', National.Length - DigitsLeftInMask)}{National[^DigitsLeftInMask..]}";

    private static PhoneNumber? Match(PhonePlan? plan, string digits)
    {
        if (plan is null)
            return null;
        if (plan.Has(digits))
            return new PhoneNumber(plan, digits);
        return plan.Trunk.Length > 0 && digits.StartsWith(plan.Trunk, StringComparison.Ordinal) && plan.Has(digits[plan.Trunk.Length..])
            ? new PhoneNumber(plan, digits[plan.Trunk.Length..])
            : null;
    }
}
