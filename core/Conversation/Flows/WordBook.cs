using System.Collections.Frozen;
using System.Text;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Flows;

/// <summary>
/// The phrases that a fund understands beside keys and buttons, in all of its languages. They are texts: <c>words.menu</c> for a command,
/// <c>receipt.words</c> for a service, phrases divided by commas. Phrases are matched by <see cref="Folding"/>, without punctuation.
/// </summary>
public sealed class WordBook
{
    public const string Greeting = "greeting";
    public const string Agent = "agent";
    public const string Complaint = "complaint";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Commands that do what a stable key does are named like the key.</summary>
    public static readonly ImmutableArray<string> Commands =
        [Greeting, Agent, Complaint, Yes, No, .. Keyed.Select(Keys.Name)];

    /// <summary>Longer texts are not searched for phrases.</summary>
    private const int LongestSearched = 200;

    private static readonly char[] Separators = [',', '،'];

    private readonly FrozenDictionary<string, ImmutableArray<WordMeaning>> _phrases;
    private readonly int _longest;

    private WordBook(IEnumerable<KeyValuePair<string, WordMeaning>> phrases)
    {
        _phrases = phrases.GroupBy(phrase => phrase.Key, phrase => phrase.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToImmutableArray(), StringComparer.Ordinal);
        _longest = _phrases.Keys.Select(phrase => phrase.Count(letter => letter is ' ') + 1).DefaultIfEmpty(0).Max();
    }

    public static WordBook None { get; } = new([]);

    private static ImmutableArray<string> Keyed => [Keys.Menu, Keys.Back, Keys.Skip, Keys.Help, Keys.Language, Keys.CallBack];

    /// <summary>The stable key that a command stands for, or null.</summary>
    public static string? KeyOf(string command) =>
        Keyed.FirstOrDefault(key => string.Equals(Keys.Name(key), command, StringComparison.Ordinal));

    public static WordBook Of(IEnumerable<Language> languages, IEnumerable<string> menu, TextCatalogue texts) => new(
        from language in languages
        from source in Sources([.. menu])
        where texts.TryFind(language, source.Key, out _)
        from phrase in texts.Plain(language, source.Key).Split(Separators)
        let folded = Fold(phrase)
        where folded.Length > 0
        select KeyValuePair.Create(folded, new WordMeaning(source.Name, source.IsService, language)));

    /// <summary>What a whole text means; of several languages the given one.</summary>
    public WordMeaning? Exactly(string typed, Language language) => Find(Fold(typed), language, _ => true);

    /// <summary>The one language in whose words a whole text is a command; null where it is in none or several.</summary>
    public Language? LanguageOf(string typed, string command) =>
        _phrases.TryGetValue(Fold(typed), out var meanings)
        && meanings.Where(meaning => !meaning.IsService && string.Equals(meaning.Name, command, StringComparison.Ordinal)).ToArray() is [var only]
            ? only.Language
            : null;

    /// <summary>What a text asks for by its longest phrase; a service rather than a command.</summary>
    public WordMeaning? Within(string typed, Language language)
    {
        if (typed.Length > LongestSearched)
            return null;
        var words = Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Longest(words, language, meaning => meaning.IsService) ?? Longest(words, language, meaning => !meaning.IsService);
    }

    private static IEnumerable<(string Key, string Name, bool IsService)> Sources(ImmutableArray<string> menu) =>
    [
        .. menu.Select(service => (CommonTexts.Words(service), service, true)),
        .. Commands.Select(command => (CommonTexts.CommandWords(command), command, false)),
        .. Keyed.Select(key => (CommonTexts.Key(Keys.Name(key)), Keys.Name(key), false)),
    ];

    private WordMeaning? Longest(string[] words, Language language, Func<WordMeaning, bool> wanted)
    {
        for (var length = Math.Min(_longest, words.Length); length > 0; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
            {
                if (Find(string.Join(' ', words[start..(start + length)]), language, wanted) is { } meaning)
                    return meaning;
            }
        }

        return null;
    }

    private WordMeaning? Find(string folded, Language language, Func<WordMeaning, bool> wanted)
    {
        if (!_phrases.TryGetValue(folded, out var meanings))
            return null;
        return meanings.FirstOrDefault(meaning => meaning.Language == language && wanted(meaning)) ?? meanings.FirstOrDefault(wanted);
    }

    /// <summary>Letters and digits as matching has them, with one space for all that stands between.</summary>
    private static string Fold(string text)
    {
        var words = new StringBuilder();
        foreach (var letter in Folding.ForMatching(text))
        {
            if (char.IsLetterOrDigit(letter))
                words.Append(letter);
            else if (words.Length > 0 && words[^1] is not ' ')
                words.Append(' ');
        }

        return words.ToString().TrimEnd(' ');
    }
}
