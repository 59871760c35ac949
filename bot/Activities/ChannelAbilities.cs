using System.Collections.Frozen;

namespace ChatChannels.Bot.Activities;

/// <summary>What the channels of the Bot Framework can show, by their ids.</summary>
internal static class ChannelAbilities
{
    /// <summary>
    /// Channels on which suggested actions are not shown, or do not bring back what ours carry. What stands in a message's
    /// <c>channelData</c> there is for the channel itself.
    /// </summary>
    private static readonly FrozenSet<string> WordsAlone = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "alexa", "console", "cortana", "email", "facebook", "groupme", "kik", "line", "msteams", "outlook", "skype", "skypeforbusiness", "slack", "sms", "telegram",
        "telephony", "twilio-sms");

    /// <summary>Whether choices can be touched; on a channel that is not known they can.</summary>
    public static bool HasButtons(string? channel) => channel is null || !WordsAlone.Contains(channel);

    /// <summary>
    /// Whether a conversation is always one person's. On those channels who speaks is told by each client as it likes, and at first,
    /// when it has told nothing, by the conversation's own id.
    /// </summary>
    public static bool IsOfOnePerson(Activity activity) =>
        activity is { ChannelId: "directline" or "webchat" } && activity.Conversation?.IsGroup is not true;
}
