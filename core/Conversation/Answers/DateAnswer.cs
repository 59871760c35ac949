using System.Globalization;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A date, entered « jj/mm/aaaa », near it, or with the month by its name. <c>past</c>: not after today; <c>future</c>: after today;
/// <c>min-age</c>, <c>max-age</c>: years completed today by a person born that day; <c>ahead</c>: the example lies ahead, though a day
/// that has been is taken too.
/// </summary>
internal sealed class DateAnswer : IAnswerType
{
    private const string Canonical = "yyyy-MM-dd";

    /// <summary>Of dates that lie ahead: an identity card lasts about as long.</summary>
    private const int YearsToExample = 5;

    /// <summary>Of all others: most are of birth.</summary>
    private static readonly DateOnly PastExample = new(1990, 12, 25);

    private static readonly WholeSetting MinAge = new("min-age", Least: 0, Most: 130, Default: 0);
    private static readonly WholeSetting MaxAge = MinAge with { Name = "max-age", Default = 130 };
    private static readonly WholeSetting MaxYearsAgo = new("max-years-ago", Least: 0, Most: 200, Default: 130);
    private static readonly WholeSetting MaxYearsAhead = new("max-years-ahead", Least: 0, Most: 200, Default: 100);

    private static readonly SettingSheet Sheet = new()
    {
        Flags = ["past", "future", "ahead"],
        Numbers = [MinAge, MaxAge, MaxYearsAgo, MaxYearsAhead],
        Range = (MinAge, MaxAge),
    };

    public string Name => "date";

    public IReadOnlyList<string> FailureCodes =>
        ["date.format", "date.impossible", "date.future", "date.past", "date.too-young", "date.too-old", "date.too-far"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings)
    {
        var defects = Sheet.Check(settings);
        return WindowOf(settings) is YearWindow.Past && settings.Flag("future")
            ? defects.Add("'future' contradicts 'past', 'min-age' and 'max-age'")
            : defects;
    }

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        if (TypedDate.Read(Typed.Clean(typed)) is not { } parts)
            return Reading.Reject("date.format");
        if (parts.Resolve(WindowOf(settings), context.Today) is not { } date)
            return Reading.Reject("date.impossible", "date", parts.Written);
        return Defect(date, settings, context.Today) is { } failure
            ? new AnswerReading.Rejected(failure)
            : Reading.Accept(date.ToString(Canonical, CultureInfo.InvariantCulture));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) =>
        DateOnly.TryParseExact(canonical, Canonical, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? DateFormat.Show(date, context.Language)
            : canonical;

    public string Example(AnswerSettings settings, AnswerContext context) => DateFormat.Show(
        settings.Flag("future") || settings.Flag("ahead") ? context.Today.AddYears(YearsToExample) : PastExample,
        context.Language);

    public string Widest(AnswerSettings settings, AnswerContext context) => "2088-12-28";

    public int UsualLength(AnswerSettings settings) => 10;

    // An age can only be reckoned from a day that has been.
    private static YearWindow WindowOf(AnswerSettings settings) => settings switch
    {
        _ when settings.Flag("past") || settings.TryGet(MinAge.Name, out _) || settings.TryGet(MaxAge.Name, out _) => YearWindow.Past,
        _ when settings.Flag("future") => YearWindow.Future,
        _ => YearWindow.Around,
    };

    private static Failure? Defect(DateOnly date, AnswerSettings settings, DateOnly today) => WindowOf(settings) switch
    {
        YearWindow.Past when date > today => new Failure("date.future"),
        YearWindow.Future when date <= today => new Failure("date.past"),
        YearWindow.Past => DefectOfAge(Years.Completed(date, today), settings) ?? DefectOfDistance(date, settings, today),
        _ => DefectOfDistance(date, settings, today),
    };

    private static Failure? DefectOfAge(int age, AnswerSettings settings)
    {
        if (age < MinAge.Of(settings))
            return new Failure("date.too-young").With("min-age", Written(MinAge.Of(settings)));
        return age > MaxAge.Of(settings) && settings.TryGet(MaxAge.Name, out _)
            ? new Failure("date.too-old").With("max-age", Written(MaxAge.Of(settings)))
            : null;
    }

    private static Failure? DefectOfDistance(DateOnly date, AnswerSettings settings, DateOnly today)
    {
        var distance = Years.Order(date) - Years.Order(today);
        var (ago, ahead) = (MaxYearsAgo.Of(settings), MaxYearsAhead.Of(settings));
        if (distance < -ago * 10_000)
            return new Failure("date.too-far").With("years", Written(ago));
        return distance > ahead * 10_000 ? new Failure("date.too-far").With("years", Written(ahead)) : null;
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
