using System.Collections.Immutable;
using ChatChannels.Bot.Activities;
using ChatChannels.Bot.Chat;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;

namespace ChatChannels.Bot.Connector;

/// <summary>Takes the turns of what the connector brings: the replies are given back to who waits for them, and else wait in the outbox from the turn's own unit on.</summary>
internal sealed class Correspondence(ChatTurns turns, AttachedFiles files, IIdSource ids, TimeProvider time) : IOutreach
{
    private const string Joined = "webchat/join";
    private const string Template = "chat";

    /// <summary>Later nobody looks at the chat any more, and the next word shows the screen again.</summary>
    private static readonly TimeSpan Worth = TimeSpan.FromHours(1);

    public Channel Channel => Channel.Bot;

    /// <summary>Takes an activity.</summary>
    /// <returns>The replies that are awaited; null where nothing happened and it may come again.</returns>
    public async Task<IReadOnlyList<ActivityReply>?> Take(Letter letter) => letter.Activity switch
    {
        { Type: ActivityTypes.Message } => await Say(letter),
        { Type: ActivityTypes.ConversationUpdate } => await GreetAll(letter.Arrivals),
        { Type: ActivityTypes.Event, Name: Joined } => await Greet(letter),
        { Type: ActivityTypes.EndOfConversation } => await Leave(letter),
        _ => [],
    };

    public Task<string?> Take(Outreach turn)
    {
        var (now, way, screens) = (time.GetUtcNow(), Envelope.Read(turn.Way), new ActivityScreens());
        return turns.Take(Request(turn.Fund, turn.Address.Value, screens) with
        {
            Read = turn.Read,
            Once = turn.Once,
            Along = reply => Sent(turn.Fund, turn.Address.Value, screens.ScreenOf(reply) is { } screen ? [way.Around(new ActivityReply(new Activity { Id = NewId(), ChannelId = way.Activity.ChannelId }, screen).Activity, now)] : [], now),
        });
    }

    private async Task<IReadOnlyList<ActivityReply>?> Say(Letter letter)
    {
        var (now, id) = (time.GetUtcNow(), letter.Once ?? NewId());
        var request = Request(letter, now);
        var heard = letter.File is { } file
            ? await turns.Keep(request, () => files.Fetch(letter, file, CancellationToken.None), CancellationToken.None)
            : letter.Heard;
        var reply = await turns.Take(request with
        {
            Read = stored => ChatReading.Of(stored, heard, id, letter.Known, now),
            Once = letter.Once,
            Tries = 1, // channels do not send again
        });
        return Awaited(letter, reply, now);
    }

    private async Task<IReadOnlyList<ActivityReply>?> GreetAll(IEnumerable<Letter> arrivals)
    {
        var greetings = new List<ActivityReply>();
        foreach (var letter in arrivals)
        {
            if (await Greet(letter) is not { } greeting)
                return null; // it may come again: who was greeted is not greeted twice
            greetings.AddRange(greeting);
        }

        return greetings;
    }

    /// <summary>Channels tell of an arrival more than once.</summary>
    private async Task<IReadOnlyList<ActivityReply>?> Greet(Letter letter)
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

    private async Task<IReadOnlyList<ActivityReply>?> Leave(Letter letter)
    {
        var (now, id) = (time.GetUtcNow(), NewId());
        return await turns.Take(Request(letter, now) with { Read = _ => new Reading.Fresh(new Input.HungUp(), id) }) is null ? null : [];
    }

    private static ImmutableArray<ActivityReply>? Awaited(Letter letter, string? reply, DateTimeOffset now) =>
        reply is null ? null : letter.IsAwaited ? letter.Replies(reply, now) : [];

    private TurnRequest Request(Letter letter, DateTimeOffset now) => Request(letter.Fund, letter.Exchange, letter.Screens) with
    {
        Along = letter.IsAwaited ? null : reply => Sent(letter.Fund, letter.Exchange, [.. letter.Replies(reply, now).Select(said => letter.Enclose(said.Activity))], now),
        Way = letter.Activity.ServiceUrl is null ? null : () => letter.Enclose(letter.Unasked).Write(),
    };

    /// <summary>Who come by the connector come from its servers, and the ids of some of its channels cost nothing: they are limited as one network.</summary>
    private static readonly NetworkOrigin Everybody = new(ulong.MaxValue);

    private static TurnRequest Request(Fund fund, string exchange, ActivityScreens screens) => new()
    {
        Key = new SessionKey(fund.Id, Channel.Bot, exchange),
        Fund = fund,
        Address = new Address(Channel.Bot, exchange),
        Network = Everybody,
        Read = _ => new Reading.OutOfStep(),
        Screens = screens,
        CanShow = fund.Languages,
    };

    /// <summary>The outbox keeps them in the order of their instants.</summary>
    private ImmutableArray<Change> Sent(Fund fund, string exchange, ImmutableArray<Envelope> replies, DateTimeOffset now) =>
        [.. replies.Select((envelope, n) => Send(fund, exchange, envelope, now.AddTicks(n + 1 - replies.Length)))];

    private Change.Send Send(Fund fund, string exchange, Envelope envelope, DateTimeOffset now) => new(new Message
    {
        Id = ids.NextId(),
        Fund = fund.Id,
        Channel = Channel.Bot,
        To = exchange,
        Person = exchange,
        Template = Template,
        Language = fund.Languages[0],
        Sender = fund.Id.Value,
        Text = envelope.Write(),
        At = now,
        Expires = now + Worth,
    });

    private string NewId() => ids.NextId().ToString("N");
}
