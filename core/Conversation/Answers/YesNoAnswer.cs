using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Answers;

/// <summary>Yes or no, in any language whatever language is being read, or as 1 and 2. Canonical <c>yes</c> and <c>no</c>.</summary>
internal sealed class YesNoAnswer : IAnswerType
{
    private const string Yes = "yes";
    private const string No = "no";

    private static readonly SettingSheet Sheet = new();

    private static readonly ImmutableDictionary<string, string> Words = Spellings();

    public string Name => "yes-no";

    public IReadOnlyList<string> FailureCodes => ["yes-no.format"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context) =>
        Words.TryGetValue(Folding.ForMatching(typed), out var canonical)
            ? Reading.Accept(canonical)
            : Reading.Reject("yes-no.format");

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) =>
        (context.Language, canonical) switch
        {
            ({ Code: "fr" }, Yes) => "Oui",
            ({ Code: "fr" }, _) => "Non",
            ({ Code: "ar" }, Yes) => "نعم",
            ({ Code: "ar" }, _) => "لا",
            (_, Yes) => "Yes",
            _ => "No",
        };

    public string Widest(AnswerSettings settings, AnswerContext context) => Yes;

    public int UsualLength(AnswerSettings settings) => 1;

    private static ImmutableDictionary<string, string> Spellings()
    {
        string[] yes = ["oui", "o", "yes", "y", "نعم", "1"];
        string[] no = ["non", "n", "no", "لا", "2"];
        return yes.Select(word => (word, Answer: Yes))
            .Concat(no.Select(word => (word, Answer: No)))
            .ToImmutableDictionary(spelling => Folding.ForMatching(spelling.word), spelling => spelling.Answer, StringComparer.Ordinal);
    }
}
