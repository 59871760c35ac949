using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads the texts of one language: nested maps become dotted keys.</summary>
internal sealed class TextsReader(FundFiles files, ImmutableDictionary<string, AnswerSettings> policies, DefectLog log)
{
    private readonly KnownFigures _figures = new(policies, log);
    private readonly FundFiles _files = files;
    private readonly DefectLog _log = log;

    /// <summary>The file of a language's texts, in the fund's folder and in the common one.</summary>
    public static string PathOf(Language language) => $"texts/{language}.yaml";

    /// <summary>The common texts with the fund's own laid over them.</summary>
    public ImmutableDictionary<string, LocatedText> Read(Language language)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, LocatedText>(StringComparer.Ordinal);
        var name = PathOf(language);
        Read(texts, new Source(FundFiles.ToCommon + name, _log), _files.Common[name]);
        Read(texts, new Source(name, _log), _files.Own[name]);
        return _figures.In(language, texts.ToImmutable());
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
            else if (source.Text(entry.Value, $"The text '{prefix}{entry.Key}'") is { } text)
                Add(texts, source, prefix + entry.Key, text, entry.Line);
        }
    }

    /// <summary>Adds a text; a fund's own words win over what the common text says in chats, too.</summary>
    private static void Add(ImmutableDictionary<string, LocatedText>.Builder texts, Source source, string key, string text, int line)
    {
        if (!TextTemplate.TryParse(text.Trim(), out var template, out var defect))
        {
            source.Gap("bad-placeholder", line, $"The text '{key}': {defect}");
            return;
        }

        texts[key] = new LocatedText(template, source.File, line);
        var inChat = TextCatalogue.ChatKey(key);
        if (texts.TryGetValue(inChat, out var common) && !string.Equals(common.File, source.File, StringComparison.Ordinal))
            texts.Remove(inChat);
    }
}
