using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Flows;

/// <summary>One option: its stable value, and its label by language.</summary>
public sealed record ChoiceItem(string Value, ImmutableDictionary<Language, string> Labels)
{
    /// <summary>The option of another list that this one belongs to, or null.</summary>
    public string? Within { get; init; }

    /// <summary>What more there is to tell of it, by name (<c>documents</c>): shown by <c>{profession.documents}</c>.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<Language, string>> Texts { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<Language, string>>.Empty;

    public string LabelIn(Language language) => Labels[language];
}
