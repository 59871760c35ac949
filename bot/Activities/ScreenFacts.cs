namespace ChatChannels.Bot.Activities;

/// <summary>What kind of screen a message is.</summary>
/// <param name="Asks">The answer type that is asked for (<c>date</c>, <c>phone</c> …); missing where something is chosen or read.</param>
/// <param name="Accepts">The media types of the files that can be sent; missing where none can.</param>
/// <param name="Ends">Whether the conversation is over; the next word opens another.</param>
/// <param name="Direction"><c>rtl</c> or <c>ltr</c>: the schema has no field for it.</param>
/// <param name="Stays">Whether the buttons stay good when something else is said; missing where they do not.</param>
internal sealed record ScreenFacts(string? Asks, IReadOnlyList<string>? Accepts, bool Ends, string Direction, bool? Stays = null);
