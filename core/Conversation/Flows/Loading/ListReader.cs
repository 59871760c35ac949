using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads the lists of a fund, its own and the common ones; one of its own replaces a common one of the same name.</summary>
internal sealed class ListReader(ImmutableArray<Language> languages, DefectLog log)
{
    private readonly ImmutableArray<Language> _languages = languages;
    private readonly DefectLog _log = log;

    public ImmutableDictionary<string, ChoiceList> Read(FundFiles files)
    {
        var lists = ImmutableDictionary.CreateBuilder<string, ChoiceList>(StringComparer.Ordinal);
        ReadFolder(lists, "../common/", files.Common);
        ReadFolder(lists, "", files.Own);
        return lists.ToImmutable();
    }

    private void ReadFolder(ImmutableDictionary<string, ChoiceList>.Builder lists, string prefix, ImmutableSortedDictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            if (!path.StartsWith("lists/", StringComparison.Ordinal) || !path.EndsWith(".yaml", StringComparison.Ordinal))
                continue;
            var source = new Source(prefix + path, _log);
            if (YamlText.Read(source, text) is not { } root)
                continue;
            source.Allow(root, "items");
            if (source.RequiredMap(root, "items") is not { } items)
                continue;
            if (items.Entries.IsEmpty)
                source.Gap("no-options", items.Line, "There is nothing to choose.");
            lists[path["lists/".Length..^".yaml".Length]] = new ChoiceList([.. items.Entries.Select(entry => ReadItem(source, entry))]);
        }
    }

    private ChoiceItem ReadItem(Source source, Node.Entry entry)
    {
        if (source.AsMap(entry.Value, entry.Key) is not { } words)
            return new ChoiceItem(entry.Key, ImmutableDictionary<Language, string>.Empty);
        return new ChoiceItem(entry.Key, ReadWords(source, words with { Line = entry.Line }, entry.Key))
        {
            Within = source.OptionalText(words, "within"),
            Texts = words.Entries
                .Where(inner => inner.Value is Node.Map)
                .ToImmutableDictionary(inner => inner.Key, inner => ReadWords(source, (Node.Map)inner.Value, $"{entry.Key}.{inner.Key}"), StringComparer.Ordinal),
        };
    }

    private ImmutableDictionary<Language, string> ReadWords(Source source, Node.Map words, string what)
    {
        var read = ImmutableDictionary.CreateBuilder<Language, string>();
        foreach (var language in _languages)
        {
            if (words.Find(language.Code) is null)
                source.Gap("missing-text", words.Line, $"'{what}' has no words in '{language}'.");
            else if (source.OptionalText(words, language.Code) is { } text)
                read[language] = text.Trim();
        }

        return read.ToImmutable();
    }
}
