using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Dialogues;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What was said in a conversation, as clients read it: with ids, times, and addresses of files that are good for now.</summary>
internal sealed class Transcript(IDialogues dialogues, Tokens tokens)
{
    /// <summary>Turns read at once; the watermark says where to go on.</summary>
    private const int Most = 100;

    /// <summary>How the address of an uploaded file begins where it is stored.</summary>
    public const string StoredFile = "file:";

    public static string IdOf(string conversation, long number) => string.Create(CultureInfo.InvariantCulture, $"{conversation}|{number:D7}");

    /// <summary>The activities behind a watermark; from the first where there is none.</summary>
    /// <param name="server">The address of our endpoints.</param>
    public async Task<ActivitySet> Read(FundId fund, string conversation, string? watermark, string server, CancellationToken cancellation)
    {
        var after = NumberOf(watermark);
        var turns = await dialogues.Read(fund, conversation, after, Most, cancellation);
        var activities = turns.SelectMany(turn => Shown(turn, server)).Where(shown => shown.Number > after).Select(shown => shown.Activity).ToImmutableArray();
        return new ActivitySet(activities, turns is [.., var last] ? MarkOf(last.Last) : MarkOf(after));
    }

    /// <summary>The watermark of who has read everything there is now.</summary>
    public async Task<string> End(FundId fund, string conversation, CancellationToken cancellation) =>
        MarkOf(await dialogues.End(fund, conversation, cancellation));

    private static string MarkOf(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is no watermark of ours is that of who has read nothing: an error would end some clients for ever.</summary>
    private static long NumberOf(string? watermark) => long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private IEnumerable<(long Number, Activity Activity)> Shown(DialogueTurn turn, string server)
    {
        var asked = "";
        for (var i = 0; i < turn.Activities.Length; i++)
        {
            var activity = ActivityJson.Read(turn.Activities[i]);
            var isBot = activity.From?.Role is ChannelAccount.Bot;
            var id = IdOf(turn.Dialogue, turn.First + i);
            asked = isBot ? asked : id;
            yield return (turn.First + i, activity with
            {
                Id = id,
                Timestamp = ActivityJson.Show(turn.At),
                ChannelId = activity.ChannelId ?? "directline",
                Conversation = new ConversationAccount(turn.Dialogue),
                ReplyToId = isBot && asked.Length > 0 ? asked : null,
                Attachments = activity.Attachments?.Select(attachment => Shown(attachment, turn, server)).ToImmutableArray(),
            });
        }
    }

    private Attachment Shown(Attachment attachment, DialogueTurn turn, string server)
    {
        if (attachment.ContentUrl?.StartsWith(StoredFile, StringComparison.Ordinal) is not true)
            return attachment;
        var file = attachment.ContentUrl[StoredFile.Length..];
        var address = ServerAddress.OfFile(server, turn.Dialogue, file, tokens.OfFile(turn.Fund, turn.Dialogue, file));
        return attachment with { ContentUrl = address, ThumbnailUrl = FileKind.OfType(attachment.ContentType) is { IsImage: true } ? address : null };
    }
}
