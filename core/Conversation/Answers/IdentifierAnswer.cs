namespace ChatChannels.Conversation.Answers;

/// <summary>
/// A number that somebody else gave out: of an identity document, an insured person, an employer. Spaces, dots and dashes do not
/// count, nor case. Never judged false, only malformed: no authority publishes a check digit (identifiers ID-1 to ID-20).
/// </summary>
internal sealed class IdentifierAnswer(string name, string example) : IAnswerType
{
    private static readonly SettingSheet Sheet = new() { Texts = ["pattern", "example"] };

    private readonly IdentifierPattern _default = new("[A-Z0-9]{4,20}", example);

    public string Name { get; } = name;

    public IReadOnlyList<string> FailureCodes => [Format];

    private string Format => $"{Name}.format";

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings)
    {
        var defects = Sheet.Check(settings);
        if (settings.TryGet("pattern", out _) && !settings.TryGet("example", out _))
            return defects.Add("'pattern' needs an 'example' that matches it");
        return PatternOf(settings).Defect() is { } defect ? defects.Add(defect) : defects;
    }

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var identifier = Typed.Ungrouped(typed).ToUpperInvariant();
        var pattern = PatternOf(settings);
        return identifier.All(char.IsAsciiLetterOrDigit) && pattern.Matches(identifier)
            ? Reading.Accept(identifier)
            : Reading.Reject(Format, "example", pattern.Example);
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) => PatternOf(settings).Longest();

    public int UsualLength(AnswerSettings settings) => PatternOf(settings).Example.Length;

    private IdentifierPattern PatternOf(AnswerSettings settings) => new(
        settings.TryGet("pattern", out var expression) ? expression : _default.Expression,
        settings.TryGet("example", out var shown) ? shown : _default.Example);
}
