using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Turns;

/// <summary>A chat channel that can speak to a person without having been asked.</summary>
public interface IOutreach
{
    Channel Channel { get; }

    /// <summary>For how long after the person's last turn it lets us speak; null for ever.</summary>
    TimeSpan? Window => null;

    /// <summary>Takes the turn, and has its reply delivered.</summary>
    /// <returns>The reply, which is committed; null where nothing happened, and it may come again.</returns>
    Task<string?> Take(Outreach turn);
}
