namespace ChatChannels.Bot.DirectLine;

/// <summary>The id of what was taken.</summary>
internal sealed record ResourceReply(string Id);
