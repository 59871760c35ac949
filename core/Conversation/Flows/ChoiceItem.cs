using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows;

/// <summary>One option: its stable value, and its label by language.</summary>
public sealed record ChoiceItem(string Value, ImmutableDictionary<Language, string> Labels)
{
    public string LabelIn(Language language) => Labels[language];
}
