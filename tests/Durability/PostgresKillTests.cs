using ChatChannels.Runtime.Storage;
using ChatChannels.Soak.Kills;

namespace ChatChannels.Tests.Durability;

public sealed class PostgresKillTests(ITestOutputHelper output) : KillContract(StorageKind.Postgres, output)
{
    private const int Kills = 2;

    [Fact]
    public Task Kill_OfTheDatabaseUnderLoad_IsExcusedAndOutlived() => On(async (scene, beds) =>
    {
        var score = new Score();
        await DatabaseKills.Play(scene, beds.Cluster!, Kills, score, Chance, Stop);
        AssertClean(score, Kills);
    });
}
