using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>What the flows of a fund are read against: its languages, texts and lists.</summary>
internal sealed record LoadedParts(
    ImmutableArray<Language> Languages,
    ImmutableDictionary<Language, ImmutableDictionary<string, LocatedText>> Texts,
    ImmutableDictionary<string, ChoiceList> Lists)
{
    public bool HasText(Language language, string key) => Texts[language].ContainsKey(key);

    /// <summary>Options written in the flow itself, with their words under <c>options</c> of the state's texts.</summary>
    public ChoiceList Inline(string state, ImmutableArray<string> values, Source source, int line)
    {
        if (values.IsEmpty)
            source.Report("no-options", line, "There is nothing to choose.");
        return new ChoiceList([.. values.Select(value => new ChoiceItem(value, Labels($"{state}.options.{value}", source, line)))]);
    }

    private ImmutableDictionary<Language, string> Labels(string key, Source source, int line)
    {
        var labels = ImmutableDictionary.CreateBuilder<Language, string>();
        foreach (var language in Languages)
        {
            if (Texts[language].TryGetValue(key, out var text))
                labels[language] = text.Template.Fill(ImmutableDictionary<string, string>.Empty);
            else
                source.Report("missing-text", line, $"texts/{language}.yaml lacks '{key}'.");
        }

        return labels.ToImmutable();
    }
}
