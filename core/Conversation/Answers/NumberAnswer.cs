using System.Globalization;

namespace ChatChannels.Conversation.Answers;

/// <summary>A whole number: a count of children, of staff, of months.</summary>
internal sealed class NumberAnswer : IAnswerType
{
    private static readonly WholeSetting Min = new("min", Least: 1 - GroupedNumber.Limit, Most: GroupedNumber.Limit - 1, Default: 0);
    private static readonly WholeSetting Max = Min with { Name = "max", Default = 999_999_999 };
    private static readonly SettingSheet Sheet = new() { Numbers = [Min, Max], Range = (Min, Max) };

    public string Name => "number";

    public IReadOnlyList<string> FailureCodes => ["number.format", "number.low", "number.high"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        if (!GroupedNumber.TryRead(Typed.Clean(typed), out var number))
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

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
