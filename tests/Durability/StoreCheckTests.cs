using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Checks;
using ChatChannels.Soak.Kills;
using ChatChannels.Soak.Stores;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatChannels.Tests.Durability;

/// <summary>The comparison finds whatever is taken from a store, added to it or changed in it.</summary>
public sealed class StoreCheckTests(ITestOutputHelper output)
{
    private const int Users = 8;
    private const ulong Seed = 1;

    private static readonly (string Harm, FindingKind Kind)[] Harms =
    [
        // The last two of a session: nobody need have been told of the last.
        ("DELETE FROM turns WHERE opened = 1 AND version >= (SELECT MAX(version) - 1 FROM turns WHERE opened = 1)", FindingKind.Lost),
        ("DELETE FROM turns WHERE seq = (SELECT MIN(seq) FROM turns WHERE version = 2)", FindingKind.Broken),
        ("UPDATE turns SET body = (SELECT body FROM turns WHERE seq = 1) WHERE seq = 2", FindingKind.Lost),
        ("UPDATE turns SET prev = NULL WHERE seq = (SELECT MIN(seq) FROM turns WHERE version = 2)", FindingKind.Broken),
        ("DELETE FROM sessions WHERE opened = 1", FindingKind.Broken),
        ("DELETE FROM cases WHERE number = (SELECT MAX(number) FROM cases)", FindingKind.Lost),
        ("UPDATE cases SET open = 0", FindingKind.Broken),
        ("DELETE FROM outbox WHERE id = (SELECT MAX(id) FROM outbox)", FindingKind.Lost),
        ("UPDATE outbox SET state = 'waiting', settled_at = NULL", FindingKind.Unfinished),
        ("DELETE FROM audit WHERE seq = 1", FindingKind.Lost),
        ("INSERT INTO audit SELECT seq + 1000000, at, fund, fact, about, actor, prev, hash FROM audit WHERE seq = 1", FindingKind.Doubled),
        ("UPDATE audit SET at = at + 1 WHERE seq = 1", FindingKind.Broken),
        ("DELETE FROM keys WHERE owner = (SELECT MAX(owner) FROM cases)", FindingKind.Lost),
        ("INSERT INTO keys (owner, wrapped) VALUES ('a:nobody', x'00')", FindingKind.Broken),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_AStoreThatIsHarmed_FindsIt()
    {
        using var bed = new SqliteBed();
        var log = await Call(bed);

        foreach (var (harm, kind) in Harms)
        {
            var options = await bed.Left(Stop);
            Assert.DoesNotContain(await StoreCheck.Check(options, log, Stop), finding => finding.Kind is not FindingKind.Unfinished);
            await using (var connection = new SqliteConnection($"Data Source={options.Path};Pooling=False"))
                Assert.True(await connection.ExecuteAsync(harm) > 0, harm);
            output.WriteLine(harm);
            Assert.Contains(await StoreCheck.Check(options, log, Stop), finding => finding.Kind == kind);
        }
    }

    [Fact]
    public async Task Check_AHopThatNobodyStored_IsLost()
    {
        using var bed = new SqliteBed();
        var log = await Call(bed);
        log[0].Hops.Add(new LoggedHop("9", HopLogReader.HashOf("CON never said")));
        log[0].Hops.Add(new LoggedHop("9", HopLogReader.HashOf("CON nor this")));

        Assert.Contains(await StoreCheck.Check(await bed.Left(Stop), log, Stop), finding => finding.Kind is FindingKind.Lost);
    }

    /// <summary>Some walks, one of them at least to its end.</summary>
    private static async Task<IReadOnlyList<LoggedSession>> Call(SqliteBed bed)
    {
        using var scene = new Scene(bed, Users, new Chance(Seed));
        using var service = scene.Start();
        await service.Begun;
        Assert.True(await scene.GoesOn(Users * Walk.Whole.Length, TimeSpan.FromMinutes(1), Stop), service.Said);
        await scene.Traffic.End();
        await service.Stop(Stop);
        return scene.Traffic.Logged;
    }
}
