using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Bot.Activities;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Bot.Connector;

/// <summary>An activity that came in by the connector, and how it is answered. Personal.</summary>
internal sealed record Letter(Party Party, Fund Fund, Activity Activity)
{
    /// <summary>As long as the id of an exchange may be.</summary>
    private const int LongestExchange = 160;

    /// <summary>One person in one conversation of one channel: others in a group have conversations of their own.</summary>
    public string Exchange { get; } = Short($"{Joinable(Activity.ChannelId)} {Joinable(Activity.Conversation!.Id)} {Joinable(Activity.From!.Id)}");

    public Heard? Heard { get; } = HeardActivity.Of(Activity);

    /// <summary>What its turn shows.</summary>
    public ActivityScreens Screens { get; } = new();

    /// <summary>Where the first file is that came with it; null where none did.</summary>
    public string? File => Activity.Attachments?.FirstOrDefault(attachment => attachment?.ContentUrl is { Length: > 0 })?.ContentUrl;

    /// <summary>Whether whoever sent it waits for the replies in the answer.</summary>
    public bool IsAwaited => Waits(Activity);

    public Language? Known => Fund.LanguageOf(Activity.Locale);

    /// <summary>What the channel tells the activity by, when it sends it again; null where it tells nothing.</summary>
    public string? Once => string.IsNullOrEmpty(Activity.Id) ? null : Activity.Id;

    /// <summary>Whether somebody came in who is not the bot itself.</summary>
    public bool IsArrival => (Activity.MembersAdded ?? []).Any(member => member is not null && !string.Equals(member.Id, Activity.Recipient?.Id, StringComparison.Ordinal));

    /// <summary>Whether an activity says who sent it, in which conversation, and where replies go.</summary>
    public static bool CanAnswer(Activity activity) =>
        activity is { Conversation.Id.Length: > 0, From.Id.Length: > 0 } && (activity.ServiceUrl is { } url ? IsAddress(url) : Waits(activity));

    /// <summary>The bot's replies, addressed back; a bot that called this one is told when it is done.</summary>
    public ImmutableArray<ActivityReply> Replies(string reply, DateTimeOffset now)
    {
        if (Screens.ScreenOf(reply) is not { } screen)
            return [];
        var head = Head(now);
        var said = new ActivityReply(head, screen);
        return Party.IsSkillCall && screen.Ends
            ? [said, new ActivityReply(head with { Type = ActivityTypes.EndOfConversation, Code = "completedSuccessfully" })]
            : [said];
    }

    /// <summary>An activity for the person that answers none, to be filled.</summary>
    public Activity Unasked => Head(default) with { ReplyToId = null };

    /// <summary>One for the person, on the way to where the letter came from.</summary>
    public Envelope Enclose(Activity reply) => new(new Uri(Activity.ServiceUrl!), Party.App?.AppId, Party.Scope, reply);

    public override string ToString() => $"Letter {{ {Activity.Type} }}";

    private Activity Head(DateTimeOffset now) => new()
    {
        Timestamp = ActivityJson.Show(now),
        ChannelId = Activity.ChannelId,
        ServiceUrl = Activity.ServiceUrl,
        Conversation = Activity.Conversation,
        From = (Activity.Recipient ?? new ChannelAccount(Fund.Id.Value)) with { Role = ChannelAccount.Bot },
        Recipient = Activity.From,
        ReplyToId = string.IsNullOrEmpty(Activity.Id) ? null : Activity.Id,
    };

    private static bool Waits(Activity activity) => activity.DeliveryMode is "expectReplies";

    /// <summary>Plain only on this machine.</summary>
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https" } or { Scheme: "http", IsLoopback: true };

    /// <summary>Ids are opaque: a space in one must not look like the space between two, so that no two conversations share a key.</summary>
    private static string? Joinable(string? id) => id?.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    private static string Short(string id) => id.Length <= LongestExchange ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
