using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Answers;

/// <summary>A secret code: a fixed count of digits, however they are grouped. Shown in fours (<c>1234 5678</c>) where a receipt tells it; a review never does.</summary>
internal sealed class SecretCodeAnswer : IAnswerType
{
    private const int Group = 4;

    private static readonly WholeSetting Count = new("digits", Least: 4, Most: 20, Default: 8);
    private static readonly SettingSheet Sheet = new() { Numbers = [Count] };

    public string Name => "code";

    public IReadOnlyList<string> FailureCodes => ["code.digits"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var code = Typed.Ungrouped(typed);
        return Digits.Only(code) && code.Length == Count.Of(settings)
            ? Reading.Accept(code)
            : Reading.Reject("code.digits", "digits", Count.Of(settings));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) =>
        GroupedDigits.Show(canonical, Group, context.Language);

    public string Widest(AnswerSettings settings, AnswerContext context) => new('8', Count.LengthOf(settings));

    public int UsualLength(AnswerSettings settings) => Count.LengthOf(settings);
}
