namespace ChatChannels.Conversation.Answers;

/// <summary>A place or an address: a name's letters, and the digits and signs that addresses carry.</summary>
internal sealed class PlaceAnswer : IAnswerType
{
    private const string Signs = " -'.,/()،";

    private static readonly WholeSetting MinLength = new("min-length", Least: 1, Most: 80, Default: 2);
    private static readonly WholeSetting MaxLength = new("max-length", Least: 1, Most: 80, Default: 60);
    private static readonly SettingSheet Sheet = new() { Numbers = [MinLength, MaxLength], Range = (MinLength, MaxLength) };

    public string Name => "place";

    public bool IsWords => true;

    public IReadOnlyList<string> FailureCodes => ["place.signs", "place.short", "place.long"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var place = Script.WithPlainApostrophes(Typed.Clean(typed));
        if (!place.All(IsOfPlaces))
            return Reading.Reject("place.signs");
        if (place.Length < MinLength.Of(settings) || !place.Any(IsLetterOrDigit))
            return Reading.Reject("place.short", "min", MinLength.Of(settings));
        return place.Length <= MaxLength.Of(settings)
            ? Reading.Accept(place)
            : Reading.Reject("place.long", "max", MaxLength.Of(settings));
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) => new('W', MaxLength.LengthOf(settings));

    public int UsualLength(AnswerSettings settings) => Math.Min(15, MaxLength.LengthOf(settings));

    private static bool IsOfPlaces(char sign) =>
        IsLetterOrDigit(sign) || Script.IsMark(sign) || Signs.Contains(sign, StringComparison.Ordinal);

    private static bool IsLetterOrDigit(char sign) => Script.IsLetter(sign) || char.IsAsciiDigit(sign);
}
