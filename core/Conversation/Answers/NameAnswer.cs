namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A person's name in Latin or Arabic letters, with spaces, hyphens and apostrophes. Canonical in upper case, so that
/// « Ngono » and « NGONO » are one name; nothing else of the spelling changes.
/// </summary>
internal sealed class NameAnswer : IAnswerType
{
    private const int FewestLetters = 2;

    private static readonly WholeSetting MinLength = new("min-length", Least: 2, Most: 60, Default: 2);
    private static readonly WholeSetting MaxLength = new("max-length", Least: 2, Most: 60, Default: 40);
    private static readonly SettingSheet Sheet = new() { Numbers = [MinLength, MaxLength], Range = (MinLength, MaxLength) };

    public string Name => "name";

    public bool IsWords => true;

    public IReadOnlyList<string> FailureCodes => ["name.digits", "name.signs", "name.short", "name.long"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var name = Script.WithPlainApostrophes(Typed.Clean(typed)).ToUpperInvariant();
        if (name.Any(char.IsDigit))
            return Reading.Reject("name.digits");
        if (!name.All(IsOfNames))
            return Reading.Reject("name.signs");
        if (name.Length < MinLength.Of(settings) || name.Count(Script.IsLetter) < FewestLetters)
            return Reading.Reject("name.short", "min", MinLength.Of(settings));
        return name.Length <= MaxLength.Of(settings)
            ? Reading.Accept(name)
            : Reading.Reject("name.long", "max", MaxLength.Of(settings));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) => new('W', MaxLength.LengthOf(settings));

    public int UsualLength(AnswerSettings settings) => Math.Min(12, MaxLength.LengthOf(settings));

    private static bool IsOfNames(char sign) => sign is ' ' or '-' or '\'' || Script.IsLetter(sign) || Script.IsMark(sign);
}
