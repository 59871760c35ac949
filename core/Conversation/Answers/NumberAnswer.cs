using System.Globalization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A whole number: a count of children, of staff, of months. What is counted may be named behind it (« 24 ans »): years, or what
/// <c>unit</c> says; another unit is refused, for 24 years are not 24 months.
/// </summary>
internal sealed class NumberAnswer : IAnswerType
{
    private const string Unit = "unit";

    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Units = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty
        .Add("years", Words("an ans annee annees year years yr yrs سنة سنوات سنين سنتان عام عاما أعوام"))
        .Add("months", Words("mois month months شهر شهرا أشهر شهور"))
        .Add("people", Words("personne personnes employe employes salarie salaries enfant enfants people person persons employees children شخص أشخاص عامل عمال أجير أجراء طفل أطفال"));

    private static readonly WholeSetting Min = new("min", Least: 1 - GroupedNumber.Limit, Most: GroupedNumber.Limit - 1, Default: 0);
    private static readonly WholeSetting Max = Min with { Name = "max", Default = 999_999_999 };
    private static readonly SettingSheet Sheet = new() { Numbers = [Min, Max], Range = (Min, Max), Texts = [Unit] };

    public string Name => "number";

    public IReadOnlyList<string> FailureCodes => ["number.format", "number.low", "number.high"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings)
    {
        var defects = Sheet.Check(settings);
        return settings.TryGet(Unit, out var unit) && !Units.ContainsKey(unit)
            ? defects.Add($"'{Unit}' must be {string.Join(" or ", Units.Keys.Order(StringComparer.Ordinal))}, not '{unit}'")
            : defects;
    }

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        if (!GroupedNumber.TryRead(WithoutUnit(Typed.Clean(typed), settings), out var number))
            return Reading.Reject("number.format");
        if (number < Min.Of(settings))
            return Reading.Reject("number.low", "min", Min.Of(settings));
        return number <= Max.Of(settings)
            ? Reading.Accept(Written(number))
            : Reading.Reject("number.high", "max", Max.Of(settings));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical;

    public string Widest(AnswerSettings settings, AnswerContext context)
    {
        var (min, max) = (Written(Min.Of(settings)), Written(Max.Of(settings)));
        return min.Length > max.Length ? min : max;
    }

    public int UsualLength(AnswerSettings settings) => Math.Min(3, Written(Max.Of(settings)).Length);

    /// <summary>The digits, where the word behind them is the unit's.</summary>
    private static string WithoutUnit(string cleaned, AnswerSettings settings)
    {
        var end = 1 + cleaned.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var named = settings.TryGet(Unit, out var unit) ? unit : "years";
        return end < cleaned.Length && Units[named].Contains(Folding.ForMatching(cleaned[end..]).Trim(' ', '.')) ? cleaned[..end] : cleaned;
    }

    private static ImmutableHashSet<string> Words(string words) =>
        ImmutableHashSet.Create(StringComparer.Ordinal, [.. words.Split(' ').Select(Folding.ForMatching)]);

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
