using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Pages;

/// <summary>A fund's texts in the language of a page, filled with the fund's rules.</summary>
internal sealed record Words(Fund Fund, Language Language, DateOnly Today)
{
    private const string ServiceCode = "service-code";
    private const string Minutes = "minutes";
    private const string Days = "days";
    private const string LastDay = "last-day";

    /// <summary>Values of the pages where papers are sent.</summary>
    public const string PaperValue = "paper";
    public const string KindsValue = "kinds";
    public const string ReferenceValue = "reference";

    /// <summary>The values that texts of the pages may show.</summary>
    public static readonly ImmutableArray<string> Values = [ServiceCode, Minutes, Days, LastDay];

    /// <summary>Whether the fund is known; else nothing shows its name or its codes.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>A text without values.</summary>
    public string this[string key] => Fund.Texts.Plain(Language, key);

    /// <summary>A text with the fund's rules: until when to confirm, and in the text of the paper file until when to hand it in (CH-1).</summary>
    /// <param name="filed">When the case was filed.</param>
    public string Fill(string key, DateOnly filed)
    {
        // 30 days and 15 minutes are the rules of the first guide (CH-1, CNPS-18), for a fund that states none.
        var days = (int)((key is PageTexts.Deposit ? Policy("papers").Number("deposit-days") : Policy("case").Number("keep-days")) ?? 30);
        var minutes = Policy("processing").Number("every-minutes") ?? 15;
        return Fill(
            key,
            (ServiceCode, Fund.ServiceCodes[0]),
            (Minutes, minutes.ToString(CultureInfo.InvariantCulture)),
            (Days, days.ToString(CultureInfo.InvariantCulture)),
            (LastDay, Show(filed.AddDays(days))));
    }

    public string Trouble(string reference) => Fill(CommonTexts.Trouble, ("reference", reference));

    /// <summary>A text that names a paper.</summary>
    public string Paper(string key, string paper) => Told(key, PaperValue, this[CommonTexts.Paper(paper)]);

    /// <summary>A text that names kinds of file.</summary>
    public string Kinds(string key, IEnumerable<FileKind> kinds) => Told(key, KindsValue, string.Join(
        $" {this[CommonTexts.AttachOr]} ", kinds.Select(kind => kind.Word).Distinct(StringComparer.Ordinal).Select(word => this[CommonTexts.FileKind(word)])));

    public string Reference(string key, string reference) => Fill(key, (ReferenceValue, reference));

    public string Show(DateOnly date) => DateFormat.Show(date, Language);

    /// <summary>A canonical answer as the person reads it; the text for a skipped one when there is none.</summary>
    public string Show(string answer, AnswerSheet answers) => answers.Has(answer)
        ? Fund.ShowAnswer(answer, answers[answer]!, Fund.AnswerContext(Language, Today))
        : this[CommonTexts.Skipped];

    /// <summary>The lines of a text that a fund need not have; none then.</summary>
    public string[] Lines(string key) => Fund.Texts.TryFind(Language, key, out _) ? this[key].Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>A text filled with words of its own language.</summary>
    private string Told(string key, string name, string words) => Fund.Texts[Language, key].Fill(ImmutableDictionary<string, string>.Empty.Add(name, words));

    private AnswerSettings Policy(string name) => Fund.Policies.GetValueOrDefault(name, AnswerSettings.None);

    private string Fill(string key, params (string Name, string Value)[] values) => Fund.Texts[Language, key].Fill(values.ToDictionary(
        value => value.Name,
        value => Language.IsRightToLeft ? Bidi.IsolateLeftToRight(value.Value) : value.Value,
        StringComparer.Ordinal));
}
