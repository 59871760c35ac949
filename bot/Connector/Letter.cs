using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>Octets of what tells one reply's id from another's.</summary>
    private const int IdLength = 12;

    /// <summary>More who come in at once are greeted by their first words.</summary>
    private const int MostGreeted = 10;

    /// <summary>One person in one conversation of one channel: others in a group have conversations of their own.</summary>
    public string Exchange { get; } = Short(
        $"{Joinable(Activity.ChannelId)} {Joinable(Activity.Conversation!.Id)} {(ChannelAbilities.IsOfOnePerson(Activity) ? "" : Joinable(Activity.From?.Id))}");

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

    /// <summary>
    /// One for each who came in, as if it came from them: some channels tell of arrivals in the name of the conversation, others in that of
    /// whoever brought somebody along. The bot itself is no arrival.
    /// </summary>
    public IEnumerable<Letter> Arrivals => Added(Activity).Where(member => !IsBot(member)).Take(MostGreeted)
        .Select(member => new Letter(Party, Fund, Activity with { From = member }));

    /// <summary>Whether an activity says who sent it, or who came in, in which conversation, and where replies go.</summary>
    public static bool CanAnswer(Activity activity) =>
        activity.Conversation?.Id is { Length: > 0 }
        && (activity.From?.Id is { Length: > 0 } || (activity.Type is ActivityTypes.ConversationUpdate && Added(activity).Any()))
        && (activity.ServiceUrl is { } url ? IsAddress(url) : Waits(activity));

    /// <summary>The bot's replies, addressed back; a bot that called this one is told when it is done.</summary>
    public ImmutableArray<ActivityReply> Replies(string reply, DateTimeOffset now)
    {
        if (Screens.ScreenOf(reply) is not { } screen)
            return [];
        var head = Head(now) with { Id = IdOf(screen.Turn, "") };
        var said = new ActivityReply(head, screen);
        return Party.IsSkillCall && screen.Ends
            ? [said, new ActivityReply(head with { Id = IdOf(screen.Turn, "e"), Type = ActivityTypes.EndOfConversation, Code = "completedSuccessfully" })]
            : [said];
    }

    /// <summary>An activity for the person that answers none, to be filled.</summary>
    public Activity Unasked => Head(default) with { ReplyToId = null };

    /// <summary>One for the person, on the way to where the letter came from.</summary>
    public Envelope Enclose(Activity reply) => new(new Uri(Activity.ServiceUrl!), Party.App?.AppId, Party.Scope, reply);

    public override string ToString() => $"Letter {{ {Activity.Type} }}";

    private static IEnumerable<ChannelAccount> Added(Activity activity) =>
        (activity.MembersAdded ?? []).Where(member => member?.Id is { Length: > 0 }).DistinctBy(member => member.Id, StringComparer.Ordinal);

    private bool IsBot(ChannelAccount member) =>
        string.Equals(member.Id, Activity.Recipient?.Id, StringComparison.Ordinal) || member.Role is ChannelAccount.Bot;

    /// <summary>The same for each copy of a reply, and another for every other reply in the conversation: one arrival may bring several persons.</summary>
    private string IdOf(long turn, string part) => Activity is { Type: ActivityTypes.Message, Id: { Length: > 0 } id }
        ? string.Create(CultureInfo.InvariantCulture, $"{id}|{turn}{part}")
        : string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Exchange}\n{Activity.Id}")).AsSpan(0, IdLength))}|{turn}{part}");

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
