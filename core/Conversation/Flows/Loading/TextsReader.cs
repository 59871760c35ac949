using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads the texts of one language: nested maps become dotted keys.</summary>
internal sealed class TextsReader(ImmutableArray<Defect>.Builder defects)
{
    /// <summary>The common texts with the fund's own laid over them.</summary>
    public ImmutableDictionary<string, LocatedText> Read(FundFiles files, Language language)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, LocatedText>(StringComparer.Ordinal);
        var name = $"texts/{language}.yaml";
        if (files.Common.TryGetValue(name, out var common))
            Read(texts, new Source($"../common/{name}", defects), common);
        var own = new Source(name, defects);
        if (files.Own.TryGetValue(name, out var text))
            Read(texts, own, text);
        else
            own.Report("missing-texts", 1, $"The fund speaks '{language}' but has no {name}.");
        return texts.ToImmutable();
    }

    private static void Read(ImmutableDictionary<string, LocatedText>.Builder texts, Source source, string file)
    {
        if (YamlText.Read(source, file) is { } root)
            Flatten(texts, source, "", root);
    }

    private static void Flatten(ImmutableDictionary<string, LocatedText>.Builder texts, Source source, string prefix, Node.Map map)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Value is Node.Map inner)
                Flatten(texts, source, $"{prefix}{entry.Key}.", inner);
            else if (source.Text(entry.Value, prefix + entry.Key) is { } text)
                Add(texts, source, prefix + entry.Key, text, entry.Line);
        }
    }

    private static void Add(ImmutableDictionary<string, LocatedText>.Builder texts, Source source, string key, string text, int line)
    {
        if (string.IsNullOrWhiteSpace(text))
            source.Report("empty-text", line, $"The text '{key}' is empty.");
        else if (TextTemplate.TryParse(text.Trim(), out var template, out var defect))
            texts[key] = new LocatedText(template, source.File, line);
        else
            source.Report("bad-placeholder", line, $"The text '{key}': {defect}");
    }
}
