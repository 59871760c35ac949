using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every inbox promises.</summary>
public abstract class InboxContract(StorageKind kind) : StorageTest(kind)
{
    private const string Hello = "wamid.1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MayHave_AfterItsTurn_KnowsTheMessageOfThisSession(bool afterRestart)
    {
        await Commit(TakenIn("x", Hello));

        if (afterRestart)
            await Reopen();

        Assert.True(await MayHave(Node, Key("x"), Hello));
        Assert.False(await MayHave(Node, Key("x"), "wamid.2"));
        Assert.False(await MayHave(Node, Key("x"), "WAMID.1"));
        Assert.False(await MayHave(Node, Key("y"), Hello));
        Assert.False(await MayHave(Node, Key("x") with { Channel = Channel.WhatsApp }, Hello));
        Assert.False(await MayHave(Node, Key("x") with { Fund = new FundId("fund-b") }, Hello));
    }

    [Fact]
    public async Task MayHave_OnAnotherNode_KnowsTheMessage()
    {
        var other = Bed.ManyNodes ? await Bed.Open() : Node;

        await Commit(TakenIn("x", Hello));

        Assert.True(await MayHave(other, Key("x"), Hello));
    }

    [Fact]
    public async Task Commit_MessagesOfAGroup_AreAllTakenIn()
    {
        var units = Enumerable.Range(0, 8).Select(n => TakenIn($"x{n}", $"wamid.{n}")).ToList();

        Assert.All(await Together(Node, units), result => Assert.Equal(CommitResult.Committed, result));

        await Reopen();
        for (var n = 0; n < units.Count; n++)
            Assert.True(await MayHave(Node, Key($"x{n}"), $"wamid.{n}"));
    }

    [Fact]
    public async Task Commit_TurnThatWasOvertaken_TakesNothingIn()
    {
        await Commit(Unit("x"));

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(TakenIn("x", Hello), Stop));

        Assert.Equal(0, await Count("inbox"));
    }

    [Fact]
    public async Task Sweep_OldMessages_AreForgottenAndNewOnesKept()
    {
        await Commit(TakenIn("x", Hello));
        await Commit(Unit(Turn(Session("y")), new Change.TakeIn(Node.Inbox.Mark(Key("y"), "wamid.2"), Noon.AddDays(8))));

        await Node.Inbox.Sweep(Noon.AddDays(1), Stop);

        Assert.Equal(1, await Count("inbox"));
        Assert.True(await MayHave(Node, Key("y"), "wamid.2"));
        await Reopen();
        Assert.False(await MayHave(Node, Key("x"), Hello));
        Assert.True(await MayHave(Node, Key("y"), "wamid.2"));
    }

    private ValueTask<bool> MayHave(Storehouse node, SessionKey session, string message) => node.Inbox.MayHave(node.Inbox.Mark(session, message), Stop);

    private Unit TakenIn(string exchange, string message) => Unit(Turn(Session(exchange)), new Change.TakeIn(Node.Inbox.Mark(Key(exchange), message), Noon));

    private static SessionKey Key(string exchange) => Session(exchange).Key;
}
