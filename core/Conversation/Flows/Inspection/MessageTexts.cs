using ChatChannels.Conversation.Engine;

namespace ChatChannels.Conversation.Flows.Inspection;

/// <summary>The keys of the texts of messages.</summary>
internal static class MessageTexts
{
    /// <summary>The messages that entering a state sends.</summary>
    public static Notification? SentBy(State state) => state switch
    {
        State.Tell tell => tell.Notify,
        State.End end => end.Notify,
        _ => null,
    };

    public static IEnumerable<string> Of(string message, IEnumerable<Channel> kinds) => kinds.SelectMany(kind => kind == Channel.Email
        ? new[] { CommonTexts.EmailSubject(message), CommonTexts.EmailBody(message) }
        : [CommonTexts.Sms(message)]);

    public static IEnumerable<string> All(string message) => Of(message, [Channel.Sms, Channel.Email]);
}
