using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Messages;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every outbox promises.</summary>
public abstract class OutboxContract(StorageKind kind) : StorageTest(kind)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Take_Due_OldestFirstAndWhole()
    {
        var (late, early, future) = (Message(2), Message(1), Message(50));
        await Send(late, early, future);
        await Reopen();

        var due = await Node.Outbox.Take(Noon.AddMinutes(5), Lease, 10, Stop);

        Assert.Equal([early, late], due.Select(d => d.Message));
        Assert.All(due, d => Assert.Equal(1, d.Tries));
    }

    [Fact]
    public async Task Take_Limit_TakesTheOldest()
    {
        var messages = Enumerable.Range(0, 5).Select(n => Message(n)).ToArray();
        await Send([.. messages.Reverse()]);

        var due = await Node.Outbox.Take(Noon.AddMinutes(9), Lease, 2, Stop);

        Assert.Equal(messages[..2], due.Select(d => d.Message));
    }

    [Fact]
    public async Task Take_Leased_OnlyAfterTheLease()
    {
        await Send(Message());
        Assert.Single(await Node.Outbox.Take(Noon, Lease, 10, Stop));

        Assert.Empty(await Node.Outbox.Take(Noon.AddSeconds(59), Lease, 10, Stop));
        Assert.Equal(2, Assert.Single(await Node.Outbox.Take(Noon.AddSeconds(60), Lease, 10, Stop)).Tries);
    }

    [Fact]
    public async Task Take_LeasedBeforeTheClockWasSetBack_AtOnce()
    {
        await Send(Message(-1500));
        await Node.Outbox.Take(Noon, Lease, 10, Stop); // by a node that is no more

        Assert.Empty(await Node.Outbox.Take(Noon.AddSeconds(-50), Lease, 10, Stop)); // as much as nodes' clocks may differ
        Assert.Equal(2, Assert.Single(await Node.Outbox.Take(Noon.AddMinutes(-10), Lease, 10, Stop)).Tries);
    }

    [Fact]
    public async Task Settle_WaitingWithNext_IsDueThen()
    {
        var message = Message();
        await Send(message);
        await Node.Outbox.Take(Noon, Lease, 10, Stop);

        await Node.Outbox.Settle(message.Id, DeliveryState.Waiting, Noon.AddSeconds(10), Noon, Stop);

        Assert.Empty(await Node.Outbox.Take(Noon.AddSeconds(9), Lease, 10, Stop));
        Assert.Single(await Node.Outbox.Take(Noon.AddSeconds(10), Lease, 10, Stop));
    }

    [Theory]
    [InlineData(DeliveryState.Delivered)]
    [InlineData(DeliveryState.Failed)]
    [InlineData(DeliveryState.Expired)]
    public async Task Settle_ForGood_IsNeverTakenAgain(DeliveryState state)
    {
        var message = Message();
        await Send(message);
        await Node.Outbox.Settle(message.Id, state, null, Noon, Stop);

        await Node.Outbox.Settle(message.Id, DeliveryState.Waiting, Noon, Noon, Stop); // a node whose lease had run out

        Assert.Empty(await Node.Outbox.Take(Noon.AddMinutes(10), Lease, 10, Stop));
    }

    [Fact]
    public async Task DeliveredTo_Person_NewestFirst()
    {
        var messages = Enumerable.Range(0, 3).Select(n => Message(n)).ToArray();
        await Send([.. messages, Message(0, "+237699999999")]);
        foreach (var message in messages)
            await Node.Outbox.Settle(message.Id, DeliveryState.Delivered, null, message.At.AddSeconds(5), Stop);

        var shown = await Node.Outbox.DeliveredTo("+237655550001", 2, Stop);

        Assert.Equal([messages[2], messages[1]], shown);
        Assert.Empty(await Node.Outbox.DeliveredTo("+237699999999", 2, Stop));
    }

    [Fact]
    public async Task Latest_ToAnybody_NewestFirstWithWhatBecameOfEach()
    {
        Message[] messages = [Message(0), Message(1, "+237699999999"), Message(2)];
        await Send(messages);
        await Node.Outbox.Settle(messages[0].Id, DeliveryState.Delivered, null, Noon, Stop);
        await Node.Outbox.Settle(messages[2].Id, DeliveryState.Failed, null, Noon, Stop);

        OutboxEntry[] all = [new(messages[2], DeliveryState.Failed), new(messages[1], DeliveryState.Waiting), new(messages[0], DeliveryState.Delivered)];
        Assert.Equal(all, await Node.Outbox.Latest(9, Stop));
        Assert.Equal(all[..2], await Node.Outbox.Latest(2, Stop));
    }

    [Fact]
    public async Task Expire_PastItsTime_IsCountedOnceAndNotSent()
    {
        await Send(Message(), Message());
        await Node.Outbox.Take(Noon.AddMinutes(59.5), Lease, 1, Stop); // on its way: not expired under the sender's hands

        Assert.Equal(1, await Node.Outbox.Expire(Noon.AddHours(1), Stop));
        Assert.Empty(await Node.Outbox.Take(Noon.AddHours(1), Lease, 10, Stop));
        Assert.Equal(1, await Node.Outbox.Expire(Noon.AddHours(2), Stop));
        Assert.Equal(0, await Node.Outbox.Expire(Noon.AddHours(2), Stop));
    }

    private Task Send(params Message[] messages) => Commit(Unit(null, [.. messages.Select(m => new Change.Send(m))]));
}
