namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A phone number of the fund's country, or of those that <c>countries</c> lists (<c>CM TG MA</c>). <c>mobile: true</c> asks for one
/// that can be sent an SMS.
/// </summary>
internal sealed class PhoneAnswer : IAnswerType
{
    private static readonly SettingSheet Sheet = new() { Flags = ["mobile"], Texts = ["countries"] };

    public string Name => "phone";

    public IReadOnlyList<string> FailureCodes => ["phone.format", "phone.country", "phone.not-mobile", "phone.eight-digits"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings)
    {
        var defects = Sheet.Check(settings);
        if (!settings.TryGet("countries", out var countries))
            return defects;
        var unknown = Listed(countries)
            .Where(country => PhonePlan.Of(country) is null)
            .Select(country => $"'countries': no phone plan of '{country}'");
        return Listed(countries).IsEmpty ? defects.Add("'countries' is empty") : defects.AddRange(unknown);
    }

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var countries = CountriesOf(settings, context);
        if (!PhoneNumber.TryParse(typed, context.Country, out var number))
            return Explain(Dialled.Of(typed), countries, context);
        if (!countries.Contains(number.Country, StringComparer.Ordinal))
            return WrongCountry(countries);
        return number.IsMobile || !settings.Flag("mobile")
            ? Reading.Accept(number.E164)
            : Reading.Reject("phone.not-mobile", "example", ExampleOf(context));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) =>
        PhoneNumber.TryParse(canonical, context.Country, out var number) ? number.Show(context.Country, context.Language) : canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) =>
        CountriesOf(settings, context)
            .Select(PhonePlan.Of)
            .OfType<PhonePlan>()
            .Select(plan => PhoneNumber.Parse(plan.Example, plan.Country))
            .MaxBy(number => number.Show(context.Country, context.Language).Length)
            .E164;

    public int UsualLength(AnswerSettings settings) => settings.TryGet("countries", out _) ? 13 : 10;

    private static AnswerReading Explain(Dialled dialled, ImmutableArray<string> countries, AnswerContext context)
    {
        if (EightDigits.NineDigitsOf(dialled, context.Country) is { } number)
            return Reading.Reject("phone.eight-digits", "number", number.Show(context.Country, context.Language));
        var isForeign = dialled.IsInternational
            && Digits.Only(dialled.Digits)
            && !PhonePlan.All.Any(plan => dialled.Digits.StartsWith(plan.CallingCode, StringComparison.Ordinal));
        return isForeign ? WrongCountry(countries) : Reading.Reject("phone.format", "example", ExampleOf(context));
    }

    private static AnswerReading WrongCountry(ImmutableArray<string> countries) =>
        Reading.Reject("phone.country", "codes", string.Join(' ', countries.Select(country => $"+{PhonePlan.Of(country)?.CallingCode}")));

    private static string ExampleOf(AnswerContext context) => PhonePlan.Of(context.Country)?.Example ?? "";

    private static ImmutableArray<string> CountriesOf(AnswerSettings settings, AnswerContext context) =>
        settings.TryGet("countries", out var countries) ? Listed(countries) : [context.Country];

    private static ImmutableArray<string> Listed(string countries) => [.. countries.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
