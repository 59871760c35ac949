using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>
/// Puts into texts what is known when a fund is loaded: the figures of its policies (<c>{policy.case.keep-days days}</c>), so that a rule
/// changed in one place is told rightly in all; and the words that numbers are counted in, under <c>units</c>, in the form that the
/// language has for the number.
/// </summary>
internal sealed class KnownFigures(ImmutableDictionary<string, AnswerSettings> policies, DefectLog log)
{
    private const string Policy = "policy.";
    private const string Units = "units.";
    private const string Count = "count";
    private const string Minutes = "minutes";
    private const string Hours = "hours";

    private readonly ImmutableDictionary<string, AnswerSettings> _policies = policies;
    private readonly DefectLog _log = log;

    /// <summary>Whether a text is a form of a counted word, of which languages have different ones.</summary>
    public static bool IsForm(string key) => key.StartsWith(Units, StringComparison.Ordinal);

    /// <summary>The texts of one language with what is known in them.</summary>
    public ImmutableDictionary<string, LocatedText> In(Language language, ImmutableDictionary<string, LocatedText> texts) =>
        texts.ToImmutableDictionary(text => text.Key, text => Settled(text.Value, language, texts), StringComparer.Ordinal);

    private LocatedText Settled(LocatedText text, Language language, ImmutableDictionary<string, LocatedText> texts)
    {
        var settled = text with
        {
            Template = text.Template.Settle(name => Figure(name, language), unit => HasForms(unit, language, texts) ? number => InWords(number, unit, language, texts) : null),
        };
        foreach (var unit in text.Template.Units.Where(unit => !HasForms(unit, language, texts)))
            _log.AddGap(new Defect("unknown-unit", text.File, text.Line, $"'{unit}' lacks one of its forms in '{language}': {string.Join(", ", Forms(unit, language))}."));
        foreach (var name in settled.Template.Placeholders.Where(name => name.StartsWith(Policy, StringComparison.Ordinal)))
            _log.AddGap(new Defect("unknown-policy", text.File, text.Line, $"'{{{name}}}' is no policy of the fund."));
        return settled;
    }

    private string? Figure(string name, Language language)
    {
        if (name.Split('.') is not ["policy", var section, var key] || !_policies.TryGetValue(section, out var policy) || !policy.TryGet(key, out var value))
            return null;
        return TryCount(value, out var number) ? AmountFormat.Show(number, language) : value;
    }

    private static bool HasForms(string unit, Language language, ImmutableDictionary<string, LocatedText> texts) =>
        Forms(unit, language).All(texts.ContainsKey);

    private static IEnumerable<string> Forms(string unit, Language language) => PluralRules.FormsIn(language).Select(form => FormOf(unit, form));

    private static string InWords(string number, string unit, Language language, ImmutableDictionary<string, LocatedText> texts)
    {
        if (string.Equals(unit, Minutes, StringComparison.Ordinal) && TryCount(number, out var minutes) && InHours(minutes) is { } hours && HasForms(Hours, language, texts))
            return InWords(hours.ToString(CultureInfo.InvariantCulture), Hours, language, texts);
        var form = TryCount(number, out var count) ? PluralRules.Of(count, language) : PluralCategory.Other;
        return texts[FormOf(unit, form)].Template.Fill(ImmutableDictionary<string, string>.Empty.Add(Count, number));
    }

    /// <summary>Minutes as people say them: in hours where these are whole, or more than two, which are rounded up; else null.</summary>
    private static long? InHours(long minutes) => minutes >= 60 && (minutes % 60 == 0 || minutes > 120) ? (minutes + 59) / 60 : null;

    private static string FormOf(string unit, PluralCategory form) => $"{Units}{unit}.{Word(form)}";

    private static string Word(PluralCategory form) => form switch
    {
        PluralCategory.Zero => "zero",
        PluralCategory.One => "one",
        PluralCategory.Two => "two",
        PluralCategory.Few => "few",
        PluralCategory.Many => "many",
        _ => "other",
    };

    /// <summary>A number as it is written, with or without groups.</summary>
    private static bool TryCount(string written, out long number) => long.TryParse(
        string.Concat(written.Where(sign => sign is not (' ' or '\u00A0' or ','))), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
