using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Activities as a client reads them, and up to where it has read then.</summary>
/// <param name="Watermark">Opaque to the client; missing where it has not moved.</param>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark = null);
