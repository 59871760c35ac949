using ChatChannels.Conversation.Engine;
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
    public ChoiceList Inline(string flow, string state, ImmutableArray<string> values) =>
        new([.. values.Select(value => new ChoiceItem(value, Labels(CommonTexts.OptionOf(flow, state, value))))]);

    /// <summary>The words there are; inspection reports those that miss, or that have placeholders.</summary>
    private ImmutableDictionary<Language, string> Labels(string key) => Languages
        .Where(language => HasText(language, key) && Texts[language][key].Template.Placeholders.IsEmpty)
        .ToImmutableDictionary(language => language, language => Texts[language][key].Template.Fill(ImmutableDictionary<string, string>.Empty));
}
