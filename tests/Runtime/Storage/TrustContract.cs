using System.Runtime.Versioning;
using System.Text;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services;
using ChatChannels.Services.Cases;
using static ChatChannels.Tests.Runtime.Storage.Samples;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>What every store promises of keys, erasure, audit and migrations.</summary>
public abstract class TrustContract(StorageKind kind) : StorageTest(kind)
{
    [Fact]
    public async Task Erase_Address_EverythingOfItIsAbsentAndItMayBeginAgain()
    {
        var message = Message(person: Phone().Value);
        await Commit(Unit(Turn(Session("x")), new Change.Send(message)), Unit("other", 2));
        await Node.Outbox.Settle(message.Id, DeliveryState.Delivered, null, Noon, Stop);

        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop));
        Assert.False(await Node.Keys.Erase(Node.Keys.OwnerOfAddress(Fund, Phone().Value), Stop));

        Assert.Equal(CommitResult.Stale, await Node.Store.Commit(Unit("x", version: 2), Stop));
        Assert.Null(await Node.Store.Read(Session("x")));
        Assert.Null(await Node.Store.FindReply(Session("x").Key, Phone(), "1*2", Stop));
        Assert.Null(await Node.Store.FindLatest(Fund, Phone(), Stop));
        Assert.Empty(await Node.Outbox.DeliveredTo(Phone().Value, 9, Stop));
        Assert.NotNull(await Node.Store.Read(Session("other", 2)));
        await Commit(Unit("x"));
    }

    [Fact]
    public async Task Erase_CaseAndMember_AreAbsentAndFreeTheIdentity()
    {
        await Commit(Unit(null, new Change.OpenCase(Case("0000000018")), new Change.RegisterMember(Member("111"))));

        Assert.True(await Node.Keys.Erase(KeyRing.OwnerOfCase(new CaseNumber("0000000018")), Stop));
        Assert.True(await Node.Keys.Erase(Node.Keys.OwnerOfMember(Fund, "111"), Stop));

        Assert.Null(await Node.Cases.Find(Fund, new CaseNumber("0000000018"), Stop));
        Assert.False(await Node.Register.Knows(Fund, "CNI 1", null, Stop));
        await Commit(Unit(null, new Change.OpenCase(Case("0000000026")), new Change.RegisterMember(Member("112"))));
    }

    [Fact]
    public async Task Read_KeyGone_ReadsAsAbsent()
    {
        await Commit(Unit(Turn(Session("x")), new Change.OpenCase(Case("0000000018")), new Change.Send(Message())));
        await Bed.Close(Node);
        await Bed.Tamper("DELETE FROM keys");
        await Reopened();

        Assert.Null(await Node.Store.Read(Session("x")));
        Assert.Null(await Node.Store.FindLatest(Fund, Phone(), Stop));
        Assert.Null(await Node.Cases.Find(Fund, new CaseNumber("0000000018"), Stop));
        Assert.Empty(await Node.Outbox.Take(Noon, TimeSpan.FromMinutes(1), 9, Stop));
    }

    [Fact]
    public async Task Read_SealedBytesMovedToAnotherRow_DoNotOpen()
    {
        await Commit(Unit("x"), Unit("y"));
        await Bed.Close(Node);
        await Bed.Tamper("UPDATE turns SET body = (SELECT body FROM turns t WHERE t.session <> turns.session)");
        await Reopened();

        Assert.Null(await Node.Store.Read(Session("x")));
    }

    [Fact]
    public async Task Open_KeyFileMissing_RefusesAndMakesNone()
    {
        await Bed.Close(Node);
        File.Delete(Bed.Options.KeyFile);

        var refused = await Assert.ThrowsAsync<StorageRefusedException>(Bed.Open);

        Assert.Contains("is missing", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Bed.Options.KeyFile));
    }

    [Fact]
    public async Task Open_AnotherKey_Refuses()
    {
        await Bed.Close(Node);
        var key = await File.ReadAllBytesAsync(Bed.Options.KeyFile, Stop);
        key[0] ^= 1;
        await File.WriteAllBytesAsync(Bed.Options.KeyFile, key, Stop);

        var refused = await Assert.ThrowsAsync<StorageRefusedException>(Bed.Open);

        Assert.Contains("is not the one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Open_KeyFileReadableByOthers_Refuses()
    {
        await Bed.Close(Node);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Bed.Options.KeyFile));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(Bed.Options.KeyFile)!));
        File.SetUnixFileMode(Bed.Options.KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refused = await Assert.ThrowsAsync<StorageRefusedException>(Bed.Open);

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Again_AppliesNothingTwice()
    {
        var applied = await Count("migrations");

        await Reopen();

        Assert.Equal(applied, await Count("migrations"));
        Assert.Equal(1, await Count("audit_head"));
    }

    [Theory]
    [InlineData("UPDATE migrations SET checksum = 'x'", "differs")]
    [InlineData("INSERT INTO migrations (number, name, checksum, at) VALUES (9999, 'n', 'c', 0)", "newer program")]
    public async Task Open_MigrationsNotOurs_Refuses(string tampering, string why)
    {
        await Bed.Close(Node);
        await Bed.Tamper(tampering);

        Assert.Contains(why, (await Assert.ThrowsAsync<StorageRefusedException>(Bed.Open)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Untouched_CountsTheFacts()
    {
        Assert.Equal(new AuditReport.Whole(0), await Node.Audit.Verify(Stop));
        await Facts(5);
        await Reopen();
        await Together(Node, [.. Enumerable.Range(0, 5).Select(n => Unit(Turn(Session($"f{n}", n)), Record($"x{n}"), Record($"y{n}")))]);

        Assert.Equal(new AuditReport.Whole(15), await Node.Audit.Verify(Stop));
    }

    [Theory]
    [InlineData("UPDATE audit SET about = 'forged' WHERE seq = 3", 3, AuditBreak.Altered)]
    [InlineData("UPDATE audit SET actor = NULL WHERE seq = 3", 3, AuditBreak.Altered)]
    [InlineData("UPDATE audit SET hash = prev WHERE seq = 3", 3, AuditBreak.Altered)]
    [InlineData("DELETE FROM audit WHERE seq = 3", 3, AuditBreak.Missing)]
    [InlineData("DELETE FROM audit WHERE seq = 1", 1, AuditBreak.Missing)]
    [InlineData("UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 99", 2, AuditBreak.Altered)]
    [InlineData("DELETE FROM audit WHERE seq = 5", 5, AuditBreak.Truncated)]
    [InlineData("DELETE FROM audit", 1, AuditBreak.Truncated)]
    [InlineData("DELETE FROM audit WHERE seq = 5; UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4)", 5, AuditBreak.HeadAltered)]
    [InlineData("DELETE FROM audit; DELETE FROM audit_head", 1, AuditBreak.HeadAltered)]
    public async Task Verify_Tampered_NamesTheFirstBrokenFact(string tampering, long seq, AuditBreak why)
    {
        await Facts(5);
        await Bed.Close(Node);
        await Bed.Tamper(tampering);
        await Reopened();

        Assert.Equal(new AuditReport.Broken(seq, why), await Node.Audit.Verify(Stop));
    }

    [Fact]
    public async Task Record_Actor_IsOnlyAPseudonym()
    {
        await Facts(2);

        Assert.Equal(1, await Bed.Ask<long>("SELECT COUNT(DISTINCT actor) FROM audit WHERE actor IS NOT NULL"));
        Assert.Equal(16, await Bed.Ask<int>("SELECT LENGTH(actor) FROM audit LIMIT 1"));
    }

    protected static IEnumerable<byte[]> Canaries()
    {
        foreach (var text in (string[])["Atangana", "1980-02-29", "1*2*zibeline", "Zibeline ?", "23765555", "CNI 100200300", "enregistr", "case-x zibeline"])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            yield return bytes;
            yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
            for (var shift = 0; shift < 3; shift++) // base64 of the text at each offset, without the ends that depend on neighbours
                yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[shift], .. bytes])[4..^4]);
        }
    }

    protected Task WriteCanaries() => Commit(
        Unit(Turn(Session("zibeline-exchange"), "1*2*zibeline", "CON Zibeline ?"), Record(), new Change.Send(Message())),
        Unit(null, new Change.OpenCase(Case("0000000018")), new Change.RegisterMember(Member("zibeline-111", "CNI 100200300", "Atangana"))));

    protected static void AssertNoCanary(byte[] bytes, string where)
    {
        foreach (var canary in Canaries())
            Assert.False(bytes.AsSpan().IndexOf(canary) >= 0, $"{where} holds {Encoding.UTF8.GetString(canary)}");
    }

    private async Task Reopened() => Replace(await Bed.Open());

    private async Task Facts(int count)
    {
        for (var i = 0; i < count; i++)
            await Commit(Unit(null, Record($"case {i}")));
    }
}
