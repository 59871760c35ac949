using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads the lists of a fund, its own and the common ones; one of its own replaces a common one of the same name.</summary>
internal sealed class ListReader(ImmutableArray<Language> languages, ImmutableArray<Defect>.Builder defects)
{
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
            var source = new Source(prefix + path, defects);
            if (YamlText.Read(source, text) is { } root && root.Find("items")?.Value is { } items && source.AsMap(items, "items") is { } map)
                lists[path["lists/".Length..^".yaml".Length]] = new ChoiceList([.. map.Entries.Select(entry => ReadItem(source, entry))]);
        }
    }

    private ChoiceItem ReadItem(Source source, Node.Entry entry)
    {
        var labels = ImmutableDictionary.CreateBuilder<Language, string>();
        foreach (var language in languages)
        {
            if (entry.Value is Node.Map words && source.OptionalText(words, language.Code) is { } label)
                labels[language] = label;
            else
                source.Report("missing-text", entry.Line, $"'{entry.Key}' has no label in '{language}'.");
        }

        return new ChoiceItem(entry.Key, labels.ToImmutable());
    }
}
