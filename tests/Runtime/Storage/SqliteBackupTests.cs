using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Backup;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteBackupTests() : BackupContract(StorageKind.Sqlite)
{
    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Door_Open_IsForItsOwnerAlone() =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ControlSocket.PathOf(Bed.Options.Path)));

    [Fact]
    public async Task Restore_LargerBackupWhileTheServiceRuns_TakesTheFirstTurn()
    {
        var smaller = Path.Combine(Bed.Folder, "smaller.backup");
        await Commit(Unit(Turn(Session("first")), Record()));
        AssertDone(await Backup.Save(smaller, Stop));
        await Commit([.. Enumerable.Range(0, 50).Select(n => Unit(Turn(Session($"more-{n}", n)), Record()))]);
        AssertDone(await Backup.Save(BackupFile, Stop));
        AssertDone(await Backup.Restore(smaller, force: true, Stop));
        await Commit(Unit(Turn(Session("between", 70)), Record()));

        AssertDone(await Backup.Restore(BackupFile, force: true, Stop));

        await Commit(Unit(Turn(Session("after", 71)), Record()), Unit(Turn(Session("more-7", 7, 2)), Record()));
        Assert.Equal(new AuditReport.Whole(53), await Node.Audit.Verify(Stop));
    }

    /// <summary>An empty database and a key made for it would keep the right key from ever fitting.</summary>
    [Fact]
    public async Task Restore_WithoutTheKey_LeavesNothingThatWasNotThere()
    {
        await Commit(Unit("kept"));
        AssertDone(await Backup.Save(BackupFile, Stop));
        var elsewhere = Directory.CreateDirectory(Path.Combine(Bed.Folder, "elsewhere")).FullName;
        var options = new StorageOptions { Path = Path.Combine(elsewhere, "x.db"), KeyFile = Path.Combine(elsewhere, "x.key") };

        Assert.False((await new SqliteBackup(options, TimeProvider.System).Restore(BackupFile, force: false, Stop)).Done);

        Assert.DoesNotContain(Directory.EnumerateFiles(elsewhere), file => file.EndsWith(".db", StringComparison.Ordinal) || file.EndsWith(".key", StringComparison.Ordinal));
        File.Copy(Bed.Options.KeyFile, options.KeyFile);
        AssertDone(await new SqliteBackup(options, TimeProvider.System).Restore(BackupFile, force: false, Stop));
    }

    [Fact]
    public async Task Restore_ServiceStopped_IsDoneByTheCommandItself()
    {
        await Commit(Unit("kept"));
        AssertDone(await Backup.Save(BackupFile, Stop));
        await Commit(Unit("lost"));
        await Bed.Close(Node);

        AssertDone(await Backup.Restore(BackupFile, force: true, Stop));

        Replace(await Bed.Open());
        Assert.NotNull(await Node.Store.Read(Session("kept")));
        Assert.Null(await Node.Store.Read(Session("lost")));
        Assert.Empty(Directory.GetFiles(Bed.Folder, "*.restoring*"));
    }

    [Fact]
    public async Task Restore_ServiceWithoutDoor_SaysToStopIt()
    {
        await Commit(Unit("x"));
        AssertDone(await Backup.Save(BackupFile, Stop));
        await Bed.CloseDoor();

        AssertRefused("stop the other one", await Backup.Restore(BackupFile, force: true, Stop));
    }
}
