using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Flows;

/// <summary>
/// Every text of a fund in each of its languages, by dotted key (<c>pre-registration.surname.ask</c>). Complete by
/// construction: the loader refuses a fund in which a text misses in one language, so a screen never mixes languages.
/// </summary>
public sealed class TextCatalogue
{
    private const string ChatMark = "@chat";

    private readonly FrozenDictionary<Language, FrozenDictionary<string, TextTemplate>> _texts;
    private readonly FrozenDictionary<Language, FrozenDictionary<string, TextTemplate>> _inChats;

    public TextCatalogue(IEnumerable<KeyValuePair<Language, IEnumerable<KeyValuePair<string, TextTemplate>>>> texts)
    {
        _texts = texts.ToFrozenDictionary(
            language => language.Key,
            language => language.Value.ToFrozenDictionary(StringComparer.Ordinal));
        _inChats = _texts.ToFrozenDictionary(
            language => language.Key,
            language => language.Value.ToFrozenDictionary(
                text => text.Key, text => language.Value.GetValueOrDefault(ChatKey(text.Key), text.Value), StringComparer.Ordinal));
    }

    /// <summary>The text of a key that the loader has proven to exist.</summary>
    /// <exception cref="KeyNotFoundException">No such text: a defect that loading should have found.</exception>
    public TextTemplate this[Language language, string key] =>
        TryFind(language, key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in '{language}'.");

    /// <summary>The text of a key as a chat says it: with buttons, nobody types numbers or dials again.</summary>
    public TextTemplate InChat(Language language, string key) =>
        _inChats.TryGetValue(language, out var texts) && texts.TryGetValue(key, out var text) ? text : this[language, key];

    /// <summary>The key of a text that wins over another in chats: <c>help.say@chat</c>.</summary>
    public static string ChatKey(string key) => key + ChatMark;

    /// <summary>The key without what may mark it as a chat's.</summary>
    public static string PlainKey(string key) => key.EndsWith(ChatMark, StringComparison.Ordinal) ? key[..^ChatMark.Length] : key;

    /// <summary>A text that has no placeholders.</summary>
    public string Plain(Language language, string key) => this[language, key].Fill(ImmutableDictionary<string, string>.Empty);

    public bool TryFind(Language language, string key, [NotNullWhen(true)] out TextTemplate? text)
    {
        text = null;
        return _texts.TryGetValue(language, out var texts) && texts.TryGetValue(key, out text);
    }

    public IEnumerable<string> Keys(Language language) => _texts.TryGetValue(language, out var texts) ? texts.Keys : [];
}
