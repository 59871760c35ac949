namespace ChatChannels.Bot.Activities;

/// <summary>A card that holds a long list of buttons.</summary>
internal sealed record HeroCard(IReadOnlyList<CardAction> Buttons)
{
    public const string ContentType = "application/vnd.microsoft.card.hero";
}
