using ChatChannels.Runtime.Storage;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What is appended on the hop and indexed later must be found before, meanwhile and after.</summary>
public sealed class FoldedLogTests() : StorageTest(StorageKind.Sqlite)
{
    private const int MoreThanATail = 1500;

    [Fact]
    public async Task Find_MemoryFarTooSmall_FindsEveryTurnBeforeAndAfterTheFold()
    {
        await Reopen(sessions: 16);
        foreach (var part in Crowd(MoreThanATail).Chunk(100))
        {
            Assert.All(await Task.WhenAll(part.Select(unit => Node.Store.Commit(unit, Stop))), result => Assert.Equal(CommitResult.Committed, result));
            foreach (var unit in part)
                Assert.Equal(1, (await Node.Store.Read(unit.Turn!.Session))!.Session.Version);
        }

        Assert.InRange(await Bed.Ask<long>("SELECT seq FROM folded"), 1, MoreThanATail - 1);
        foreach (var unit in Crowd(MoreThanATail))
        {
            Assert.NotNull(await Node.Store.Read(unit.Turn!.Session));
            Assert.Equal(unit.Turn.Reply, await Node.Store.FindReply(unit.Turn.Session.Key, unit.Turn.Session.Address, unit.Turn.Request, Stop));
            Assert.Equal(unit.Turn.Session.Key, (await Node.Store.FindLatest(Fund, unit.Turn.Session.Address, Stop))!.Key);
        }
    }

    [Fact]
    public async Task FindLatest_GoneOnSinceItsOpeningWasFolded_IsTheNewestTurn()
    {
        const int Other = 1_000_000;
        await Commit(Unit("x", Other));
        foreach (var part in Crowd(MoreThanATail).Chunk(100))
            await Task.WhenAll(part.Select(unit => Node.Store.Commit(unit, Stop)));
        await Commit(Unit("x", Other, version: 2));

        Assert.Equal(2, (await Node.Store.FindLatest(Fund, Phone(Other), Stop))!.Version);
    }

    [Fact]
    public async Task FindLatest_SeveralSessionsOpenedAtOnce_LeadsThroughAllOfThem()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Node.Store.Commit(Unit($"s{n}"), Stop)));
        await Commit(Unit("newest"));
        await Reopen(sessions: 16);

        Assert.Equal("newest", (await Node.Store.FindLatest(Fund, Phone(), Stop))!.Key.Exchange);
        for (var n = 0; n < 20; n++)
            Assert.Equal(1, (await Node.Store.Read(Session($"s{n}")))!.Session.Version);
    }

    [Fact]
    public async Task Commit_VersionOnlyTheLogKnows_IsStale()
    {
        await Commit(Unit("x"), Unit("x", version: 2));
        await Bed.Close(Node);
        await Bed.Tamper("UPDATE sessions SET last = opened; UPDATE folded SET seq = 0"); // as a killed process leaves it
        await Reopened();

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("x"), Stop));
        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("x", version: 2), Stop));
        Assert.Equal(2, (await Node.Store.Read(Session("x")))!.Session.Version);
        Assert.Equal("x", (await Node.Store.FindLatest(Fund, Phone(), Stop))!.Key.Exchange);
        await Commit(Unit("x", version: 3));
    }

    [Fact]
    public async Task Commit_AfterAGroupThatFailed_GoesOnFromWhatIsOnDisk()
    {
        var message = Message();
        await Commit(Unit("x"), Unit(null, new ChatChannels.Services.Change.Send(message)));

        await Assert.ThrowsAnyAsync<Exception>(() => Node.Store.Commit(Unit(Turn(Session("x", version: 2)), new ChatChannels.Services.Change.Send(message)), Stop));

        Assert.Equal(1, (await Node.Store.Read(Session("x")))!.Session.Version);
        await Commit(Unit("x", version: 2));
    }

    [Fact]
    public async Task Erase_BeforeTheFold_DeletesTheTurnsAndTheirPlacesInTheIndexAreTakenAgain()
    {
        await Commit(Unit("other", 2), Unit("x"), Unit("x", version: 2));

        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop));

        Assert.Equal((1, 1), (await Count("turns"), await Count("sessions")));
        await Commit(Unit("y"), Unit("y", version: 2));
        await Reopen();
        Assert.Equal(2, (await Node.Store.Read(Session("y")))!.Session.Version);
        Assert.NotNull(await Node.Store.Read(Session("other", 2)));
    }

    private async Task Reopen(int sessions)
    {
        Bed.Options.Sessions = sessions;
        await Reopen();
    }

    private async Task Reopened() => Replace(await Bed.Open());
}
