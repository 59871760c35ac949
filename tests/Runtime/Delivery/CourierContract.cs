using System.Collections.Concurrent;
using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Messages;
using ChatChannels.Tests.Runtime.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Delivery;

/// <summary>What the courier promises on every outbox (promise 23).</summary>
public abstract class CourierContract(StorageKind kind) : StorageTest(kind)
{
    private readonly ReplayClock _clock = new(Noon);
    private readonly ConcurrentQueue<Message> _sent = [];
    private readonly DeliveryOptions _options = new();

    [Fact]
    public async Task Round_CarrierDown_TriesAgainAfterGrowingWaitsUntilItGivesUp()
    {
        await Send(Message() with { Expires = Noon.AddDays(3) });
        var courier = Courier(SendResult.TryLater);
        var (tries, waits) = (0, new List<TimeSpan>());

        for (var since = TimeSpan.Zero; since < TimeSpan.FromHours(8); since += TimeSpan.FromSeconds(5))
        {
            await courier.Round(Stop);
            if (_sent.Count > tries)
                waits.Add(since - (waits.Count == 0 ? TimeSpan.Zero : waits.Aggregate((a, b) => a + b)));
            tries = _sent.Count;
            _clock.Pass(TimeSpan.FromSeconds(5));
        }

        int[] seconds = [0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600];
        Assert.Equal(seconds.Select(wait => TimeSpan.FromSeconds(wait)), waits);
        Assert.Equal("failed", await Bed.Ask<string>("SELECT state FROM outbox"));
    }

    [Fact]
    public async Task Round_NoSender_SetsAsideWithoutTriesAndPastItsTime()
    {
        await Send(Message() with { Channel = Channel.Email });
        var unsent = new Unsent([]);
        var courier = Courier([], unsent);

        await courier.Round(Stop);
        _clock.Pass(TimeSpan.FromDays(30));
        await courier.Round(Stop);

        Assert.Equal(("unsent", 0L), (await Bed.Ask<string>("SELECT state FROM outbox"), await Bed.Ask<long>("SELECT tries FROM outbox")));
        Assert.Equal("Nothing sends sms or email: 1 message waits in the outbox until something does; outbox status says which.", unsent.Sentence);
        Assert.Equal([new WaitingMessages(DeliveryState.Unsent, Channel.Email, Fund, "receipt", 1, Noon)], await Node.Outbox.Waiting(Stop));
        Assert.Empty(await Node.Outbox.DeliveredTo("+237655550001", 9, Stop));
    }

    [Fact]
    public async Task Begin_WithASender_SendsWhatIsInItsTimeAndExpiresTheRest()
    {
        await Send(
            Message() with { Expires = Noon.AddDays(3), Template = "opened" },
            Message() with { Expires = Noon.AddMinutes(10), Template = "code" },
            Message() with { Channel = Channel.Email, Expires = Noon.AddMinutes(10) });
        await Courier([], new Unsent([])).Round(Stop);
        _clock.Pass(TimeSpan.FromHours(1));
        await Reopen();
        var sender = new Sender(_sent, _ => Task.FromResult(SendResult.Accepted));
        var unsent = new Unsent([sender]);

        await Courier([sender], unsent).Begin(Stop);
        await Courier([sender], unsent).Round(Stop);

        Assert.Equal("opened", Assert.Single(_sent).Template);
        Assert.Equal(1, await Bed.Ask<long>("SELECT COUNT(*) FROM outbox WHERE state = 'expired'"));
        Assert.Equal(1, await Bed.Ask<long>("SELECT COUNT(*) FROM outbox WHERE state = 'delivered' AND tries = 1"));
        Assert.Equal((1, Channel.Email), (unsent.Count, Assert.Single(unsent.Channels)));
    }

    [Fact]
    public async Task Waiting_ManyMessages_CountsEachKindWithItsOldest()
    {
        await Send([.. Enumerable.Range(0, 700).Select(n => Message(n % 50) with { Template = n % 7 == 0 ? "code" : "receipt" })]);

        var waiting = await Node.Outbox.Waiting(Stop);

        Assert.Equal([("code", 100), ("receipt", 600)], waiting.OrderBy(kind => kind.Template, StringComparer.Ordinal).Select(kind => (kind.Template, kind.Count)));
        Assert.All(waiting, kind => Assert.Equal((DeliveryState.Waiting, Channel.Sms, Fund, Noon), (kind.State, kind.Channel, kind.Fund, kind.Oldest)));
    }

    [Fact]
    public async Task Round_Refused_IsNeverTriedAgain()
    {
        await Send(Message());
        var courier = Courier(SendResult.Refused);

        await courier.Round(Stop);
        _clock.Pass(TimeSpan.FromMinutes(30));
        await courier.Round(Stop);

        Assert.Single(_sent);
        Assert.Equal("failed", await Bed.Ask<string>("SELECT state FROM outbox"));
    }

    [Fact]
    public async Task Round_PastItsTime_IsNotSent()
    {
        await Send(Message());
        _clock.Pass(TimeSpan.FromHours(1));

        Assert.Equal(0, await Courier(SendResult.Accepted).Round(Stop));

        Assert.Empty(_sent);
        Assert.Equal("expired", await Bed.Ask<string>("SELECT state FROM outbox"));
    }

    [Fact]
    public async Task Round_SenderThatThrowsOrGivesUpWaiting_IsTriedLaterAndHoldsUpNobody()
    {
        Exception[] failures = [new InvalidOperationException("broken"), new TaskCanceledException("its own timeout")];
        foreach (var (failure, n) in failures.Select((failure, n) => (failure, n)))
        {
            var (bad, good) = (Message(0, $"+23765555100{n}"), Message(1, $"+23765555200{n}"));
            await Send(bad, good);
            _clock.Pass(TimeSpan.FromMinutes(1));
            var courier = Courier(message => message.Id == bad.Id && _sent.Count(sent => sent.Id == bad.Id) == 1 ? throw failure : Task.FromResult(SendResult.Accepted));

            await courier.Round(Stop);
            Assert.Contains(_sent, sent => sent.Id == good.Id);
            _clock.Pass(TimeSpan.FromSeconds(5));
            await courier.Round(Stop);

            Assert.Equal(2, _sent.Count(sent => sent.Id == bad.Id));
        }

        Assert.Equal(4, await Bed.Ask<long>("SELECT COUNT(*) FROM outbox WHERE state = 'delivered'"));
    }

    [Fact]
    public async Task Round_SenderThatHangs_IsLeftAndTriedLater()
    {
        await Send(Message(), Message(0, "+237655559999"));
        _options.Lease = TimeSpan.FromMilliseconds(400);
        var courier = Courier(async message =>
        {
            if (message.Person is "+237655559999")
                return SendResult.Accepted;
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
            return SendResult.Accepted;
        });

        Assert.Equal(2, await courier.Round(Stop));

        Assert.Equal((1, 1), (await Bed.Ask<long>("SELECT COUNT(*) FROM outbox WHERE state = 'delivered'"), await Bed.Ask<long>("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'")));
    }

    [Fact]
    public async Task Round_SlowCarrierAndASecondCourier_DeliverEachMessageOnce()
    {
        var messages = Enumerable.Range(0, 8).Select(n => Message(n) with { At = Noon.AddSeconds(n) }).ToArray();
        await Send(messages);
        _clock.Pass(TimeSpan.FromSeconds(10));
        var second = Courier(SendResult.Accepted);
        var first = Courier(async _ =>
        {
            _clock.Pass(TimeSpan.FromSeconds(20));
            await second.Round(Stop);
            return SendResult.Accepted;
        });

        await first.Round(Stop);
        _clock.Pass(_options.Lease);
        await second.Round(Stop);

        Assert.Equal(messages.Select(message => message.Id).Order(), _sent.Select(message => message.Id).Order());
    }

    [Fact]
    public async Task Round_TwoCouriersAtOnce_DeliverEachMessageOnce()
    {
        var messages = Enumerable.Range(0, 240).Select(n => Message(0, $"+2376555500{n % 6:00}") with { At = Noon.AddSeconds(n / 6) }).ToArray();
        await Send(messages);
        _clock.Pass(TimeSpan.FromMinutes(1));
        var other = await OtherNode();

        await Task.WhenAll(Courier(SendResult.Accepted).Round(Stop), Courier(SendResult.Accepted, other).Round(Stop));

        Assert.Equal(messages.Select(message => message.Id).Order(), _sent.Select(message => message.Id).Order());
    }

    [Fact]
    public async Task Round_TakenByANodeThatDied_IsDeliveredAfterItsLease()
    {
        await Send(Message());
        Assert.Single(await Node.Outbox.Take(Noon, _options.Lease, 10, Stop));
        var courier = Courier(SendResult.Accepted);

        _clock.Pass(_options.Lease - TimeSpan.FromTicks(1));
        Assert.Equal(0, await courier.Round(Stop));
        _clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal(1, await courier.Round(Stop));

        Assert.Single(_sent);
    }

    private async Task<IOutbox> OtherNode() => Bed.ManyNodes ? (await Bed.Open()).Outbox : Node.Outbox;

    private Courier Courier(SendResult always, IOutbox? outbox = null) => Courier(_ => Task.FromResult(always), outbox);

    private Courier Courier(IReadOnlyList<ISender> senders, Unsent unsent) =>
        new(Node.Outbox, senders, unsent, Options.Create(_options), _clock, NullLogger<Courier>.Instance);

    private Courier Courier(Func<Message, Task<SendResult>> send, IOutbox? outbox = null) =>
        new(outbox ?? Node.Outbox, [new Sender(_sent, send)], new Unsent([]), Options.Create(_options), _clock, NullLogger<Courier>.Instance);

    private Task Send(params Message[] messages) => Commit(Unit(null, [.. messages.Select(message => new Change.Send(message))]));

    private sealed class Sender(ConcurrentQueue<Message> sent, Func<Message, Task<SendResult>> send) : ISender
    {
        public Channel Channel => Channel.Sms;

        public async Task<SendResult> Send(Message message, CancellationToken cancellation)
        {
            sent.Enqueue(message);
            return await send(message);
        }
    }
}
