using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;

namespace ChatChannels.Tests.Runtime.Storage;

public sealed class SqliteTrustTests() : TrustContract(StorageKind.Sqlite)
{
    [Fact]
    public async Task Files_AfterPersonalWrites_HoldNoCanary()
    {
        await WriteCanaries();
        var backup = Path.Combine(Bed.Folder, "backup.db");
        Assert.True((await Backups.For(Bed.Options, TimeProvider.System).Save(backup, Stop)).Done);

        foreach (var file in Directory.GetFiles(Bed.Folder))
            AssertNoCanary(await ReadShared(file), file);
        Assert.True(new FileInfo($"{Bed.Options.Path}-wal").Length > 0);
    }

    [Fact]
    public async Task Open_SecondProcess_RefusesWithASentence()
    {
        var refused = await Assert.ThrowsAsync<StorageRefusedException>(Bed.Open);

        Assert.Contains("Another process has the database open", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Pragmas_AreDurable()
    {
        var (journal, synchronous) = await Node.Writer.Do(
            async writer => (await Dapper.SqlMapper.ExecuteScalarAsync<string>(writer, "PRAGMA journal_mode"),
                await Dapper.SqlMapper.ExecuteScalarAsync<long>(writer, "PRAGMA synchronous")),
            Stop);

        Assert.Equal(("wal", 2), (journal, synchronous));
    }

    private static async Task<byte[]> ReadShared(string file)
    {
        if (Path.GetExtension(file) is ".lock" or ".control")
            return [];
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Stop);
        return bytes.ToArray();
    }
}
