using System.Diagnostics;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Services;
using Npgsql;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class PostgresTrustTests() : TrustContract(StorageKind.Postgres)
{
    [Fact]
    public async Task Dump_AfterPersonalWrites_HoldsNoCanary()
    {
        await WriteCanaries();
        var dump = Path.Combine(Bed.Folder, "dump.sql");
        var settings = new NpgsqlConnectionStringBuilder(Bed.Options.ConnectionString);
        using var tool = Process.Start("pg_dump", ["-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, "-f", dump, settings.Database!]);
        await tool.WaitForExitAsync(Stop);

        var bytes = await File.ReadAllBytesAsync(dump, Stop);
        Assert.True(bytes.AsSpan().IndexOf("case-opened"u8) >= 0); // the dump is one, and in plain text
        AssertNoCanary(bytes, dump);
    }

    [Fact]
    public async Task TwoNodes_SameSession_OneWinsAndTheOtherReadsIt()
    {
        var other = await Bed.Open();
        await Commit(Unit("x"));
        Assert.NotNull(await other.Store.Read(Session("x")));

        Assert.Equal(CommitResult.Committed, await other.Store.Commit(Unit("x", version: 2), Stop));
        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("x", version: 2), Stop)); // its memory was behind

        Assert.Equal(2, (await Node.Store.Read(Session("x")))!.Session.Version);
        await Commit(Unit("x", version: 3));
    }

    [Fact]
    public async Task TwoNodes_NewAddressAtOnce_BothEndReadable()
    {
        var other = await Bed.Open();
        for (var n = 0; n < 20; n++)
        {
            var results = await Task.WhenAll(Insist(Node, Unit($"a{n}", n)), Insist(other, Unit($"b{n}", n)));
            Assert.All(results, tries => Assert.InRange(tries, 1, 2));
        }

        Assert.Equal(20, await Count("keys"));
        await Bed.Close(other);
        await Reopen();
        for (var n = 0; n < 20; n++)
        {
            Assert.NotNull(await Node.Store.Read(Session($"a{n}", n)));
            Assert.NotNull(await Node.Store.Read(Session($"b{n}", n)));
        }
    }

    [Fact]
    public async Task TwoNodes_KeyMadeByTheOtherFirst_IsStaleThenCommits()
    {
        var other = await Bed.Open();
        Assert.False((await Node.Keys.For(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop)).Stored); // made here, not yet stored
        Assert.Equal(CommitResult.Committed, await other.Store.Commit(Unit("theirs"), Stop));

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("ours"), Stop));
        await Commit(Unit("ours"));
        Assert.Equal(1, await Count("keys"));
    }

    [Fact]
    public async Task TwoNodes_ErasedByTheOther_IsStaleAndNeverComesBack()
    {
        var other = await Bed.Open();
        await Commit(Unit("x"));
        await other.Keys.Erase(other.Keys.OwnerOfAddress(Fund, Phone().Value), Stop);

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("x", version: 2), Stop));
        Assert.Null(await Node.Store.Read(Session("x")));
        Assert.Equal(0, await Count("keys"));
    }

    [Fact]
    public async Task TwoNodes_SomebodyErasedByTheOther_StopsNobodyElse()
    {
        var other = await Bed.Open();
        await Commit(Unit("x"), Unit("y", 2));
        await other.Keys.Erase(other.Keys.OwnerOfAddress(Fund, Phone(2).Value), Stop);

        Assert.InRange(await Insist(Node, Unit("x", version: 2)), 1, 2);
        await Commit(Unit("x", version: 3));
        for (var tries = 0; tries < 2; tries++)
            Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("y", 2, version: 2), Stop));
        Assert.Equal((3, 1), (await Count("turns"), await Count("keys")));
    }

    [Fact]
    public async Task TwoNodes_SameTurnsAtOnce_AreEachWonOnce()
    {
        var other = await Bed.Open();
        await Commit([.. Crowd(60)]);
        for (var version = 2; version < 6; version++)
        {
            var next = Enumerable.Range(0, 60).Select(n => Unit($"crowd-{n}", n, version)).ToList();
            foreach (var n in Enumerable.Range(0, 60))
                await other.Store.Read(Session($"crowd-{n}", n));

            var mine = Task.WhenAll(next.Select(u => Node.Store.Commit(u, Stop)));
            var theirs = Task.WhenAll(next.AsEnumerable().Reverse().Select(u => other.Store.Commit(u, Stop)));

            Assert.Equal(60, (await mine).Concat(await theirs).Count(r => r is CommitResult.Committed));
            Assert.Equal(60 * version, await Count("turns"));
        }
    }

    [Fact]
    public async Task TwoNodes_CrossedGroupsFactsAndCounts_AreExact()
    {
        var other = await Bed.Open();
        var units = Crowd(60);

        var mine = Task.WhenAll(units.Select(u => Node.Store.Commit(u with { Changes = [Record()] }, Stop)));
        var theirs = Task.WhenAll(units.Reverse().Select(u => other.Store.Commit(u with { Changes = [Record()] }, Stop)));
        var counts = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => (n % 2 is 0 ? Node : other).Attempts.Count(["one", $"{n % 3}"], Day, Stop)));
        await Task.WhenAll(mine, theirs);

        Assert.Equal(60, (await mine).Concat(await theirs).Count(r => r is CommitResult.Committed));
        Assert.Equal(Enumerable.Range(1, 64), counts.Select(c => c[0]).Order());
        Assert.Equal(new AuditReport.Whole(60), await other.Audit.Verify(Stop));
    }

    [Fact]
    public async Task TwoNodes_FactsBetweenEachOthers_AreOneChain()
    {
        var other = await Bed.Open();
        var written = await CommitUntilSure();
        await other.Store.Commit(Unit("theirs", 61) with { Changes = [Record("other")] }, Stop);

        await Commit(Unit("ours", 62) with { Changes = [Record()] });

        Assert.Equal((written + 2, written + 2), (await Count("turns"), await Count("audit")));
        Assert.Equal(new AuditReport.Whole(written + 2), await other.Audit.Verify(Stop));
    }

    [Fact]
    public async Task TwoNodes_SomebodyErasedByTheOther_OnlyWhatIsWrittenIsAFact()
    {
        var other = await Bed.Open();
        var written = await CommitUntilSure();
        await other.Keys.Erase(other.Keys.OwnerOfAddress(Fund, Phone(3).Value), Stop);

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("sure-3", 3, version: 2) with { Changes = [Record()] }, Stop));
        await Insist(Node, Unit("sure-4", 4, version: 2) with { Changes = [Record()] });

        Assert.Equal((written, written + 1), (await Count("turns"), await Count("audit")));
        Assert.Equal(new AuditReport.Whole(written + 1), await Node.Audit.Verify(Stop));
    }

    [Fact]
    public async Task Commit_ChainPutBackBeneath_GoesOnFromThere()
    {
        await CommitUntilSure(upTo: 20);
        await Bed.Ask<int>("CREATE TABLE kept AS SELECT * FROM audit_head; SELECT 1");
        var written = await CommitUntilSure(from: 20);
        await Bed.Ask<int>("DELETE FROM audit WHERE seq > 20; DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept; SELECT 1");

        await Commit(Unit("next", 62) with { Changes = [Record()] });

        Assert.Equal((written + 1, 21), (await Count("turns"), await Count("audit")));
        Assert.Equal(new AuditReport.Whole(21), await Node.Audit.Verify(Stop));
    }

    [Fact]
    public async Task TwoNodes_TakingAtOnce_ShareTheMessages()
    {
        var other = await Bed.Open();
        await Commit(Unit(null, [.. Enumerable.Range(0, 100).Select(_ => new Change.Send(Message()))]));

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 is 0 ? Node : other).Outbox.Take(Noon, TimeSpan.FromMinutes(1), 10, Stop)));

        var ids = taken.SelectMany(t => t).Select(d => d.Message.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.InRange(ids.Count, 10, 100);
    }

    [Fact]
    public async Task Commit_ConnectionsKilled_FailsTheWaitersAndRecovers()
    {
        await Commit(Unit("x"));
        await Bed.Ask<bool>("SELECT bool_and(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await Assert.ThrowsAnyAsync<Exception>(() => Node.Store.Commit(Unit("x", version: 2), Stop));
        await Commit(Unit("x", version: 2));
    }

    /// <summary>Commits so many facts alone that the node goes on without asking for the head of their chain.</summary>
    private async Task<int> CommitUntilSure(int from = 0, int upTo = 60)
    {
        for (var n = from; n < upTo; n++)
            await Commit(Unit($"sure-{n}", n) with { Changes = [Record()] });
        return upTo;
    }

    private static async Task<int> Insist(Storehouse node, Unit unit)
    {
        for (var tries = 1; ; tries++)
        {
            if (await node.Store.Commit(unit, Stop) is CommitResult.Committed)
                return tries;
        }
    }
}
