using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Services;

/// <summary>The words for codes that come from outside: a register may know more codes than the texts do.</summary>
internal static class Coded
{
    private const string Other = "other";

    /// <summary>The text of a code in a section, or of <c>other</c> where there is none.</summary>
    public static string Text(Fund fund, Language language, string section, string? code) =>
        fund.Texts.Plain(language, fund.Texts.TryFind(language, $"{section}.{code}", out _) ? $"{section}.{code}" : $"{section}.{Other}");

    /// <summary>The longest text of a section.</summary>
    public static string Widest(Fund fund, Language language, string section) => All(fund, language, section).MaxBy(text => text.Length) ?? "";

    /// <summary>Every text of a section.</summary>
    public static IEnumerable<string> All(Fund fund, Language language, string section) =>
        fund.Texts.Keys(language).Where(key => key.StartsWith($"{section}.", StringComparison.Ordinal)).Select(key => fund.Texts.Plain(language, key));

    /// <summary>Words of an action, in every language of the fund: the person may change language while they stand on the screen.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InWords(this Fund fund, string name, Func<Language, string> words) =>
        fund.Languages.Select(language => KeyValuePair.Create($"{name}.{language}", words(language)));
}
