namespace ChatChannels.Conversation.Answers;

/// <summary>The number of a case: digits, the last of which checks the others (<see cref="Luhn"/>).</summary>
internal sealed class CaseNumberAnswer : IAnswerType
{
    private static readonly WholeSetting Count = new("digits", Least: 4, Most: 19, Default: 10);
    private static readonly SettingSheet Sheet = new() { Numbers = [Count] };

    public string Name => "case-number";

    public IReadOnlyList<string> FailureCodes => ["case-number.digits", "case-number.check"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var number = Typed.Ungrouped(typed);
        if (!Digits.Only(number) || number.Length != Count.Of(settings))
            return Reading.Reject("case-number.digits", "digits", Count.Of(settings));
        return Luhn.Holds(number) ? Reading.Accept(number) : Reading.Reject("case-number.check");
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => Digits.InThrees(canonical, context.Language);

    public string Widest(AnswerSettings settings, AnswerContext context) => Luhn.Append(new string('8', Count.LengthOf(settings) - 1));

    public int UsualLength(AnswerSettings settings) => Count.LengthOf(settings);
}
