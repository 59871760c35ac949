using System.Collections.Immutable;
using System.Text.Json;
using ChatChannels.Bot.Activities;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Messages;

namespace ChatChannels.Bot.Connector;

/// <summary>Takes the turns of what the connector brings: the replies are given back to who waits for them, and else wait in the outbox from the turn's own unit on.</summary>
internal sealed class Correspondence(ChatTurns turns, IIdSource ids, TimeProvider time)
{
    private const string Joined = "webchat/join";
    private const string Template = "chat";

    /// <summary>Later nobody looks at the chat any more, and the next word shows the screen again.</summary>
    private static readonly TimeSpan Worth = TimeSpan.FromHours(1);

    private static readonly ActivityScreens Screens = new();

    /// <summary>Takes an activity.</summary>
    /// <returns>The replies that are awaited, as JSON; null where nothing happened and it may come again.</returns>
    public async Task<IReadOnlyList<string>?> Take(Letter letter) => letter.Activity switch
    {
        { Type: ActivityTypes.Message } => await Say(letter),
        { Type: ActivityTypes.ConversationUpdate } when letter.IsArrival => await Greet(letter),
        { Type: ActivityTypes.Event, Name: Joined } => await Greet(letter),
        { Type: ActivityTypes.EndOfConversation } => await Leave(letter),
        _ => [],
    };

    private async Task<IReadOnlyList<string>?> Say(Letter letter)
    {
        var (now, id) = (time.GetUtcNow(), letter.Once ?? NewId());
        var reply = await turns.Take(Request(letter, now) with
        {
            Read = stored => letter.Heard is { } heard ? ChatReading.Of(stored, heard, id, letter.Known, now) : ChatReading.Arrival(stored, id, letter.Known, now),
            Once = letter.Once,
        });
        return Awaited(letter, reply, now);
    }

    /// <summary>Channels tell of an arrival more than once, of the bot's own too.</summary>
    private async Task<IReadOnlyList<string>?> Greet(Letter letter)
    {
        var (now, id, greets) = (time.GetUtcNow(), NewId(), false);
        var reply = await turns.Take(Request(letter, now) with
        {
            Read = stored =>
            {
                var reading = ChatReading.Joining(stored, id, letter.Known, now);
                greets = reading is Reading.Fresh;
                return reading;
            },
        });
        return greets ? Awaited(letter, reply, now) : reply is null ? null : [];
    }

    private async Task<IReadOnlyList<string>?> Leave(Letter letter)
    {
        var (now, id) = (time.GetUtcNow(), NewId());
        return await turns.Take(Request(letter, now) with { Read = _ => new Reading.Fresh(new Input.HungUp(), id) }) is null ? null : [];
    }

    private static ImmutableArray<string>? Awaited(Letter letter, string? reply, DateTimeOffset now) =>
        reply is null ? null : letter.IsAwaited ? letter.Replies(reply, now) : [];

    private TurnRequest Request(Letter letter, DateTimeOffset now) => new()
    {
        Key = new SessionKey(letter.Fund.Id, Channel.Bot, letter.Exchange),
        Fund = letter.Fund,
        Address = new Address(Channel.Bot, letter.Exchange),
        Read = _ => new Reading.OutOfStep(),
        Along = letter.IsAwaited ? null : reply => Sent(letter, letter.Replies(reply, now), now),
        Screens = Screens,
        CanShow = letter.Fund.Languages,
    };

    /// <summary>The outbox keeps them in the order of their instants.</summary>
    private ImmutableArray<Change> Sent(Letter letter, ImmutableArray<string> replies, DateTimeOffset now) =>
        [.. replies.Select((reply, n) => Send(letter, ActivityJson.Read(reply), now.AddTicks(n + 1 - replies.Length)))];

    private Change.Send Send(Letter letter, Activity activity, DateTimeOffset now) => new(new Message
    {
        Id = ids.NextId(),
        Fund = letter.Fund.Id,
        Channel = Channel.Bot,
        To = letter.Exchange,
        Person = letter.Exchange,
        Template = Template,
        Language = letter.Known ?? letter.Fund.Languages[0],
        Sender = letter.Fund.Id.Value,
        Text = JsonSerializer.Serialize(
            new Envelope(new Uri(letter.Activity.ServiceUrl!), letter.Party.App?.AppId, letter.Party.Scope, activity), ConnectorJson.Plain.Envelope),
        At = now,
        Expires = now + Worth,
    });

    private string NewId() => ids.NextId().ToString("N");
}
