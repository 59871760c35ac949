using System.Globalization;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Answers;

/// <summary>An amount in whole units of the fund's currency, which may be named after it.</summary>
internal sealed class MoneyAnswer : IAnswerType
{
    private static readonly WholeSetting Min = new("min", Least: 0, Most: GroupedNumber.Limit - 1, Default: 0);
    private static readonly WholeSetting Max = Min with { Name = "max", Default = 999_999_999 };
    private static readonly SettingSheet Sheet = new() { Numbers = [Min, Max], Range = (Min, Max) };

    // CFA franc (XAF, XOF) and Moroccan dirham (MAD), as people write them; compared without spaces and dots.
    private static readonly ImmutableHashSet<string> Currencies = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "F", "FR", "FRS", "FRANC", "FRANCS", "CFA", "FCFA", "XAF", "XOF", "فرنك", "DH", "DHS", "DIRHAM", "DIRHAMS", "MAD", "درهم", "دراهم");

    public string Name => "money";

    public IReadOnlyList<string> FailureCodes => ["money.format", "money.low", "money.high"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var cleaned = Typed.Clean(typed).Replace('،', ',').Replace('٬', ',');
        var end = 1 + cleaned.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (!IsCurrency(cleaned[end..], context) || !GroupedNumber.TryRead(cleaned[..end], out var amount))
            return Reading.Reject("money.format");
        if (amount < Min.Of(settings))
            return Reading.Reject("money.low", "min", Shown(Min.Of(settings), context));
        return amount <= Max.Of(settings)
            ? Reading.Accept(amount.ToString(CultureInfo.InvariantCulture))
            : Reading.Reject("money.high", "max", Shown(Max.Of(settings), context));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) =>
        long.TryParse(canonical, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? Shown(amount, context) : canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) => Max.Of(settings).ToString(CultureInfo.InvariantCulture);

    public int UsualLength(AnswerSettings settings) => 6;

    private static bool IsCurrency(string words, AnswerContext context)
    {
        var word = Typed.Ungrouped(words);
        return word.Length == 0
            || Currencies.Contains(word)
            || word.Equals(Typed.Ungrouped(context.Currency), StringComparison.OrdinalIgnoreCase);
    }

    private static string Shown(long amount, AnswerContext context) => AmountFormat.Show(amount, context.Language, context.Currency);
}
