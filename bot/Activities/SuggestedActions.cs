namespace ChatChannels.Bot.Activities;

/// <summary>Buttons below the last message, gone with the next one.</summary>
internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions)
{
    /// <summary>Empty: for everybody in the conversation.</summary>
    public IReadOnlyList<string> To { get; init; } = [];
}
