using ChatChannels.Conversation.Text;

namespace ChatChannels.Runtime.CallBacks;

/// <summary>Who closes a call-back, and why; both stand in the audit chain as they are written here.</summary>
public sealed record CallBackClosing
{
    /// <summary>The longest name and the longest reason, in UTF-16 units.</summary>
    public const int LongestBy = 60;
    public const int LongestWhy = 200;

    private CallBackClosing(string by, string why) => (By, Why) = (by, why);

    public string By { get; }

    public string Why { get; }

    /// <summary>Null where either is missing; control characters are taken out and what is too long is cut.</summary>
    public static CallBackClosing? Of(string? by, string? why) =>
        InputCleaning.Clean(by ?? "", LongestBy) is { Length: > 0 } who && InputCleaning.Clean(why ?? "", LongestWhy) is { Length: > 0 } reason
            ? new CallBackClosing(who, reason)
            : null;
}
