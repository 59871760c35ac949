namespace ChatChannels.Bot.DirectLine;

/// <summary>The answer to <c>/session/getsessionid</c>.</summary>
internal sealed record SessionReply(string SessionId);
