using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Services;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every backup promises, while the service runs.</summary>
public abstract class BackupContract(StorageKind kind) : StorageTest(kind)
{
    protected string BackupFile => Path.Combine(Bed.Folder, "copy.backup");

    protected IBackup Backup => Backups.For(Bed.Options, TimeProvider.System);

    [Fact]
    public async Task SaveAndRestore_WhileWritesGoOn_BringBackThatInstant()
    {
        await Commit(Unit(Turn(Session("kept")), Record(), new Change.OpenCase(Case("0000000018"))));
        var writes = Task.WhenAll(Crowd(50).Skip(2).Select(unit => Node.Store.Commit(unit, Stop)));
        AssertDone(await Backup.Save(BackupFile, Stop));
        await writes;
        await Commit(Unit("lost", 60), Unit(Turn(Session("kept", version: 2)), Record()));

        AssertDone(await Backup.Restore(BackupFile, force: true, Stop));

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("kept", version: 3), Stop)); // memory was ahead of what is there now
        Assert.Equal(1, (await Node.Store.Read(Session("kept")))!.Session.Version);
        Assert.NotNull(await Node.Cases.Find(Fund, Case("0000000018").Number, Stop));
        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("lost", 60, 2), Stop));
        Assert.Null(await Node.Store.Read(Session("lost")));
        Assert.Equal(new AuditReport.Whole(1), await Node.Audit.Verify(Stop));
        await Commit(Unit(Turn(Session("kept", version: 2)), Record()), Unit("new", 61));
    }

    [Fact]
    public async Task Restore_ByAnOperator_IsNotedInTheAnchorAndNotMistaken()
    {
        await Commit(Unit(null, Record()));
        AssertDone(await Backup.Save(BackupFile, Stop));
        await Commit(Unit(null, Record()), Unit(null, Record()));
        Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop));

        AssertDone(await Backup.Restore(BackupFile, force: true, Stop));

        Assert.Empty(await Node.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop));
        Assert.Contains(AuditAnchor.Lines(Bed.Options), line => line.StartsWith("restored 1 ", StringComparison.Ordinal));
        await Commit(Unit(null, Record()));
        Assert.Equal(2, Assert.IsType<AnchorFinding.GoesOn>(await Node.Anchor.Note(Noon, Stop)).Count);
    }

    [Fact]
    public async Task Restore_AfterARollBack_DoesNotHideIt()
    {
        await Commit(Unit(null, Record()));
        AssertDone(await Backup.Save(BackupFile, Stop));
        var head = await Bed.HeadOfAudit();
        await Commit(Unit(null, Record()), Unit(null, Record()));
        await Node.Anchor.Note(Noon, Stop);
        await Bed.RollBackAudit(head);

        AssertDone(await Backup.Restore(BackupFile, force: true, Stop));

        Assert.Contains("rolled back", Assert.Single(await Node.Anchor.Check(AuditAnchor.Lines(Bed.Options), Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_RecordOfAnEarlierOne_ExcusesNoRollBack()
    {
        await Commit(Unit(null, Record()));
        AssertDone(await Backup.Save(BackupFile, Stop));
        await Commit(Unit(null, Record()), Unit(null, Record()));
        AssertDone(await Backup.Restore(BackupFile, force: true, Stop));
        var head = await Bed.HeadOfAudit();
        await Commit(Unit(null, Record()));
        await Node.Anchor.Note(Noon, Stop);

        await Bed.RollBackAudit(head);

        Assert.Equal(new AnchorFinding.RolledBack(2, 1), await Node.Anchor.Note(Noon, Stop));
    }

    [Fact]
    public async Task Restore_NotForced_LeavesDataAlone()
    {
        await Commit(Unit("x"));
        AssertDone(await Backup.Save(BackupFile, Stop));
        await Commit(Unit("y"));

        AssertRefused("holds data", await Backup.Restore(BackupFile, force: false, Stop));
        Assert.Equal(2, await Count("turns"));
    }

    [Fact]
    public async Task Save_FileExists_Refuses()
    {
        await File.WriteAllTextAsync(BackupFile, "mine", Stop);

        AssertRefused("exists", await Backup.Save(BackupFile, Stop));
        Assert.Equal("mine", await File.ReadAllTextAsync(BackupFile, Stop));
    }

    [Fact]
    public async Task Restore_NoBackup_Refuses()
    {
        await Commit(Unit("x"));
        AssertRefused("no file", await Backup.Restore(BackupFile, force: true, Stop));
        await File.WriteAllTextAsync(BackupFile, "no database at all", Stop);

        Assert.False((await Backup.Restore(BackupFile, force: true, Stop)).Done);
        Assert.NotNull(await Node.Store.Read(Session("x")));
    }

    [Fact]
    public async Task Restore_AlteredFacts_Refuses()
    {
        await Commit(Unit(null, Record()), Unit(null, Record("other")));
        await Bed.Tamper("UPDATE audit SET about = 'forged' WHERE seq = 2");
        AssertDone(await Backup.Save(BackupFile, Stop));

        AssertRefused("broken at fact 2", await Backup.Restore(BackupFile, force: true, Stop));
    }

    [Fact]
    public async Task Restore_OtherKey_Refuses()
    {
        await using var stranger = await StorageBed.Create(Bed.Options.Kind);
        await stranger.Open();
        AssertDone(await Backups.For(stranger.Options, TimeProvider.System).Save(BackupFile, Stop));
        await Commit(Unit("x"));

        AssertRefused("is not the one", await Backup.Restore(BackupFile, force: true, Stop));
        Assert.NotNull(await Node.Store.FindReply(Session("x").Key, Phone(), "1*2", Stop));
    }

    protected static void AssertDone(BackupReport report) => Assert.True(report.Done, report.Sentence);

    protected static void AssertRefused(string why, BackupReport report)
    {
        Assert.False(report.Done);
        Assert.Contains(why, report.Sentence, StringComparison.Ordinal);
    }
}
