namespace ChatChannels.Conversation.Answers;

/// <summary>Free words: a complaint's sentence, an activity. Kept as typed but for spare spaces and invisible signs.</summary>
internal sealed class TextAnswer : IAnswerType
{
    private static readonly WholeSetting MaxLength = new("max-length", Least: 1, Most: 160, Default: 160);
    private static readonly SettingSheet Sheet = new() { Numbers = [MaxLength] };

    public string Name => "text";

    public bool IsWords => true;

    public IReadOnlyList<string> FailureCodes => ["text.empty", "text.long"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var text = Typed.Clean(typed);
        if (text.Length == 0)
            return Reading.Reject("text.empty");
        return text.Length <= MaxLength.Of(settings)
            ? Reading.Accept(text)
            : Reading.Reject("text.long", "max", MaxLength.Of(settings));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) => new('W', MaxLength.LengthOf(settings));

    public int UsualLength(AnswerSettings settings) => Math.Min(40, MaxLength.LengthOf(settings));
}
