namespace ChatChannels.Bot.Activities;

/// <summary>What our own page needs to know of a screen beyond the schema; other clients pass over it.</summary>
/// <param name="Chatchannels">Under a name of our own, as channel data may hold anybody's.</param>
internal sealed record ScreenData(ScreenFacts Chatchannels);
