using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.Connector;

/// <summary>The answer to who waits for the replies.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
