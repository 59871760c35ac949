using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Conversation.Flows;

/// <summary>Options to choose from, in order, with their words in every language of the fund.</summary>
public sealed record ChoiceList(ImmutableArray<ChoiceItem> Items)
{
    public bool TryFind(string value, [NotNullWhen(true)] out ChoiceItem? item)
    {
        item = Items.FirstOrDefault(candidate => string.Equals(candidate.Value, value, StringComparison.Ordinal));
        return item is not null;
    }
}
