using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every store promises of turns.</summary>
public abstract class StoreContract(StorageKind kind) : StorageTest(kind)
{
    [Fact]
    public async Task Commit_NewSession_IsFoundWithRequestAndReply()
    {
        var unit = Unit(Turn(Session("x"), "1*été", "CON Écrivez : اسم\r\n1. Oui "));

        Assert.Equal(CommitResult.Committed, await Node.Store.Commit(unit, Stop));

        await Reopen();
        var found = await Node.Store.Read(unit.Turn!.Session);
        Assert.Equal("1*été", found!.Request);
        Assert.Equal(unit.Turn.Reply, found.Reply);
        Assert.Equal(1, found.Session.Version);
        Assert.Equal("Atangana", found.Session.Answers["surname"]);
        Assert.Equal(Noon.AddSeconds(1), found.Session.LastAt);
    }

    [Fact]
    public async Task Find_OtherKey_HasNoSession()
    {
        await Commit(Unit("x"));

        foreach (var key in (SessionKey[])[new(Fund, Channel.Ussd, "X"), new(Fund, Channel.Sms, "x"), new(new FundId("fund-b"), Channel.Ussd, "x")])
            Assert.Null((await Node.Store.Find(key, Phone(), Stop)).Session);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Commit_UnexpectedVersion_IsStaleAndWritesNothing(long version)
    {
        await Commit(Unit("x"), Unit("x", version: 2));

        var unit = Unit(Turn(Session("x", version: version), reply: "lost"), Record(), new Change.Send(Message()), new Change.OpenCase(Case("0000000018")));
        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(unit, Stop));
        var plain = Unit(Turn(Session("x", version: version), reply: "lost"), Record(), new Change.Send(Message()));
        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(plain, Stop));

        await Reopen();
        Assert.Equal(2, (await Node.Store.Read(Session("x")))!.Session.Version);
        Assert.Equal((2, 0, 0, 0), (await Count("turns"), await Count("cases"), await Count("audit"), await Count("outbox")));
    }

    [Fact]
    public async Task Commit_StaleUnitOfNewAddress_LeavesNoKey()
    {
        await Commit(Unit("x"));

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("x", phone: 2), Stop));

        Assert.Equal(1, await Count("keys"));
        Assert.Equal(CommitResult.Committed, await Node.Store.Commit(Unit("y", phone: 2), Stop));
    }

    [Fact]
    public async Task FindReply_EveryEarlierRequest_IsByteForByte()
    {
        string[] replies = ["CON a\n", "CON \u0000b", "CON ç€😀", "END  "];
        for (var i = 0; i < replies.Length; i++)
            await Commit(Unit(Turn(Session("x", version: i + 1), $"r{i}", replies[i])));
        await Reopen();

        for (var i = 0; i < replies.Length; i++)
            Assert.Equal(replies[i], await Node.Store.FindReply(Session("x").Key, Phone(), $"r{i}", Stop));
        Assert.Null(await Node.Store.FindReply(Session("x").Key, Phone(), "r9", Stop));
        Assert.Null(await Node.Store.FindReply(Session("y").Key, Phone(), "r0", Stop));
    }

    [Fact]
    public async Task Find_OtherAddress_HasNoSession()
    {
        await Commit(Unit("x"));
        await Reopen();

        Assert.Null((await Node.Store.Find(Session("x").Key, Phone(2), Stop)).Session);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FindLatest_OfSeveralSessions_IsTheOneOpenedLastAsItStands(bool reopens)
    {
        Assert.Null(await Node.Store.FindLatest(Fund, Phone(), Stop));
        await Commit(Unit("a"), Unit("other", 2), Unit(Turn(Session("b") with { Language = Language.Arabic })));
        await Commit(Unit("a", version: 2), Unit(Turn(Session("b", version: 2) with { Language = Language.Arabic, Turns = 7 })));
        if (reopens)
            await Reopen();

        var latest = await Node.Store.FindLatest(Fund, Phone(), Stop);

        Assert.Equal(("b", 2L, 7, Language.Arabic), (latest!.Key.Exchange, latest.Version, latest.Turns, latest.Language));
        Assert.Equal("b", (await Node.Store.Find(Session("new").Key, Phone(), Stop)).Latest!.Key.Exchange);
        Assert.Null((await Node.Store.Find(Session("a").Key, Phone(), Stop)).Latest);
        Assert.Null(await Node.Store.FindLatest(new FundId("fund-b"), Phone(), Stop));
        Assert.Null(await Node.Store.FindLatest(Fund, Phone() with { Channel = Channel.Sms }, Stop));
        Assert.Null(await Node.Store.FindLatest(Fund, Phone(3), Stop));
    }

    [Fact]
    public async Task Commit_ManyAtOnce_FormsFarFewerTransactions()
    {
        var before = Node.Writer.Groups;

        var results = await Task.WhenAll(Crowd(500).Select(unit => Node.Store.Commit(unit, Stop)));

        Assert.All(results, result => Assert.Equal(CommitResult.Committed, result));
        Assert.Equal((500, 500), (await Count("turns WHERE version = 1"), await Count("turns")));
        Assert.InRange(Node.Writer.Groups - before, 1, 250);
    }

    [Fact]
    public async Task Commit_SameVersionManyTimesAtOnce_IsWonOnce()
    {
        await Commit(Unit("x"));

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Node.Store.Commit(Unit("x", version: 2), Stop)));

        Assert.Equal(1, results.Count(r => r is CommitResult.Committed));
        Assert.Equal(63, results.Count(r => r is CommitResult.Stale));
    }

    [Fact]
    public async Task Commit_LosersAmongWinnersInOneGroup_TouchNobodyElse()
    {
        await Commit(Unit("stale"), Unit(null, new Change.OpenCase(Case("0000000018"))));
        var clash = Unit(Turn(Session("clash", 40)), Record("lost"), new Change.OpenCase(Case("0000000026")));
        var stale = Unit(Turn(Session("stale", 41)), Record("lost"), new Change.Send(Message()));

        var results = await Together(Node, [.. Crowd(20), clash, stale, .. Enumerable.Range(20, 10).Select(n => Unit($"late-{n}", n))]);

        Assert.Equal(CommitResult.Clash, results[20]);
        Assert.Equal(CommitResult.Stale, results[21]);
        Assert.Equal(30, results.Count(r => r is CommitResult.Committed));
        Assert.Equal((31, 1, 0, 0), (await Count("turns"), await Count("cases"), await Count("audit"), await Count("outbox")));
        Assert.Null(await Node.Store.Read(Session("clash")));
    }

    [Fact]
    public async Task Commit_RefusedUnitAmongGoodOnes_FailsAlone()
    {
        var message = Message();
        await Commit(Unit(null, new Change.Send(message)));
        var bad = Unit(Turn(Session("bad", 50)), new Change.Send(message)); // the same id once more: a defect, not a clash

        var good = Crowd(10).Select(unit => Node.Store.Commit(unit, Stop)).ToList();
        var failing = Node.Store.Commit(bad, Stop);
        good.AddRange(Enumerable.Range(10, 10).Select(n => Node.Store.Commit(Unit($"late-{n}", n), Stop)));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => failing);
        Assert.All(await Task.WhenAll(good), result => Assert.Equal(CommitResult.Committed, result));
        Assert.Null(await Node.Store.Read(Session("bad")));
    }

    [Fact]
    public async Task Commit_CancelledWait_IsNotReportedAsCommitted()
    {
        using var hold = new SemaphoreSlim(0);
        var held = Node.Writer.Do(async _ => { await hold.WaitAsync(Stop); return true; }, Stop);
        using var patience = new CancellationTokenSource();

        var waiting = Node.Store.Commit(Unit("x"), patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        hold.Release();
        await held;
    }
}
