using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What the anchor of the audit promises: a database rolled back by whoever can write to it is seen, and nothing else is taken for that.</summary>
public abstract class AnchorContract(StorageKind kind) : StorageTest(kind)
{
    private const int Facts = 25;

    [Fact]
    public async Task RollBack_OfEveryLength_IsSeen()
    {
        var heads = new List<(long Seq, byte[] Hash, byte[] Seal)> { await Bed.HeadOfAudit() };
        for (var fact = 1; fact <= Facts; fact++)
        {
            await Commit(Unit(null, Record()));
            heads.Add(await Bed.HeadOfAudit());
        }

        await Node.Anchor.Note(Noon, Stop);
        var lines = AuditAnchor.Lines(Bed.Options);
        var seen = 0;
        for (var taken = 1; taken <= 20; taken++)
        {
            await Bed.RollBackAudit(heads[Facts - taken]);
            Assert.Equal(new AuditReport.Whole(Facts - taken), await Node.Audit.Verify(Stop)); // nothing inside the database tells
            seen += (await Node.Anchor.Check(lines, Stop)).Any(sentence => sentence.Contains("noted 25 facts", StringComparison.Ordinal)) ? 1 : 0;
            Assert.False(await Node.Anchor.Holds(Facts, null, Stop));
        }

        Assert.Equal(20, seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task RollBack_GrownOverSince_IsSeenAndStaysNoted(int grown)
    {
        await Commit(Unit(null, Record()));
        var head = await Bed.HeadOfAudit();
        await Commit(Unit(null, Record()), Unit(null, Record()));
        var (count, hash) = await Node.Anchor.Where(Stop);
        await Node.Anchor.Note(Noon, Stop);
        await Bed.RollBackAudit(head);
        await Reopen();
        for (var i = 0; i < grown; i++)
            await Commit(Unit(null, Record("another")));

        Assert.Equal(new AnchorFinding.RolledBack(3, 1 + grown), await Node.Anchor.Note(Noon, Stop));

        await Commit(Unit(null, Record()));
        Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop));
        Assert.Contains("3 facts had been noted", Assert.Single(await Node.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop)), StringComparison.Ordinal);
        Assert.False(await Node.Anchor.Holds(count, hash, Stop));
    }

    [Fact]
    public async Task Note_AsTheAuditGrows_GoesOnAndHolds()
    {
        for (var fact = 1; fact <= 5; fact++)
        {
            await Commit(Unit(null, Record()));
            Assert.Equal(fact, Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop)).Count);
            await Node.Anchor.Note(Noon, Stop); // nothing new is nothing to note
        }

        var (count, hash) = await Node.Anchor.Where(Stop);
        await Commit(Unit(null, Record())); // not noted yet: behind is no lie
        await Reopen();

        Assert.Equal(5, AuditAnchor.Lines(Bed.Options).Count);
        Assert.Empty(await Node.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop));
        Assert.True(await Node.Anchor.Holds(count, hash, Stop));
        Assert.Equal(6, Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop)).Count);
    }

    [Fact]
    public async Task Lines_AlteredOrTakenFromTheMiddle_AreSeen()
    {
        for (var fact = 1; fact <= 4; fact++)
        {
            await Commit(Unit(null, Record()));
            await Node.Anchor.Note(Noon, Stop);
        }

        var lines = AuditAnchor.Lines(Bed.Options);

        Assert.NotEmpty(await Node.Anchor.Check([lines[0], lines[2], lines[3]], Stop));
        Assert.NotEmpty(await Node.Anchor.Check([lines[0], lines[1].Replace("head 2", "head 1", StringComparison.Ordinal), lines[2], lines[3]], Stop));
        Assert.NotEmpty(await Node.Anchor.Check([.. lines, "restored 1 00 2026-03-05T11:00:00.0000000+00:00 00 00"], Stop));
        Assert.Empty(await Node.Anchor.Check(lines, Stop));
    }

    [Fact]
    public async Task Line_CutOffByACrash_WasNeverThere()
    {
        await Commit(Unit(null, Record()));
        await Node.Anchor.Note(Noon, Stop);
        await File.AppendAllTextAsync(Node.Anchor.Path, "head 9 0123", Stop);
        Assert.Single(AuditAnchor.Lines(Bed.Options));
        await Commit(Unit(null, Record()));

        Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop));

        Assert.Equal(2, AuditAnchor.Lines(Bed.Options).Count);
        Assert.Empty(await Node.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop));
    }

    [Fact]
    public async Task Note_ThousandsOfTimes_KeepsTheFileSmallAndWhole()
    {
        await Commit(Unit(null, Record()));
        var head = await Bed.HeadOfAudit();
        using (var file = AnchorFile.TryOpen(Node.Anchor.Path, Node.Keys)!)
        {
            for (var i = 0; i < 2600; i++)
                file.Add(i == 7 ? AnchorLine.Broken : AnchorLine.Head, new AuditHead(head.Seq, head.Hash, head.Seal), Noon, i == 7 ? "9" : AnchorLine.None);
        }

        Assert.InRange(new FileInfo(Node.Anchor.Path).Length, 1, 512 * 1024);
        Assert.Contains("9 facts had been noted", Assert.Single(await Node.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoNodes_OneFile_TakeTurns()
    {
        if (!Bed.ManyNodes)
            return;
        var other = await Bed.Open();
        for (var round = 0; round < 5; round++)
        {
            await Commit(Unit(null, Record()));
            Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop));
            Assert.Equal(CommitResult.Committed, await other.Store.Commit(Unit(null, Record()), Stop));
            Assert.IsType<AnchorFinding.GoesOn>(await other.Anchor.Note(Noon, Stop));
        }

        Assert.Empty(await other.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop));
    }
}
