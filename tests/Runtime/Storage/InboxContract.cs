using ChatChannels.Conversation;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every inbox promises.</summary>
public abstract class InboxContract(StorageKind kind) : StorageTest(kind)
{
    private const string Hello = "whatsapp wamid.1";

    [Fact]
    public async Task Has_AfterItsTurn_KnowsTheMessageOfThisFund()
    {
        await Commit(TakenIn("x", Hello));

        await Reopen();

        Assert.True(await Node.Inbox.Has(Fund, Hello, Stop));
        Assert.False(await Node.Inbox.Has(Fund, "whatsapp wamid.2", Stop));
        Assert.False(await Node.Inbox.Has(new FundId("fund-b"), Hello, Stop));
    }

    [Fact]
    public async Task Commit_MessageThatCameBefore_ClashesAndWritesNothing()
    {
        await Commit(TakenIn("x", Hello));

        var copy = Unit(Turn(Session("y")), new Change.TakeIn(Fund, Hello, Noon), new Change.Send(Message()));

        Assert.Equal(CommitResult.Clash, await Node.Store.Commit(copy, Stop));
        Assert.Null(await Node.Store.Read(Session("y")));
        Assert.Equal(0, await Count("outbox"));
    }

    [Fact]
    public async Task Sweep_OldMessages_AreForgottenAndNewOnesKept()
    {
        await Commit(TakenIn("x", Hello));
        await Commit(Unit(Turn(Session("y")), new Change.TakeIn(Fund, "whatsapp wamid.2", Noon.AddDays(8))));

        Assert.Equal(1, await Node.Inbox.Sweep(Noon.AddDays(1), Stop));

        Assert.False(await Node.Inbox.Has(Fund, Hello, Stop));
        Assert.True(await Node.Inbox.Has(Fund, "whatsapp wamid.2", Stop));
    }

    private static Unit TakenIn(string exchange, string message) => Unit(Turn(Session(exchange)), new Change.TakeIn(Fund, message, Noon));
}
