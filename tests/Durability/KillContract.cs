using System.Security.Cryptography;
using ChatChannels.Driver.Walks;
using ChatChannels.Runtime.Storage;
using ChatChannels.Soak.Kills;
using ChatChannels.Soak.Stores;
using ChatChannels.Tests.Runtime.Storage;

namespace ChatChannels.Tests.Durability;

/// <summary>
/// The short form of <c>soak kill</c>: the service is killed under load at every failpoint once, and a few times from outside
/// (promises 1, 4, 5).
/// </summary>
public abstract class KillContract
{
    private const int Users = 32;

    private readonly StorageKind _store;
    private readonly ITestOutputHelper _output;

    protected KillContract(StorageKind store, ITestOutputHelper output)
    {
        (_store, _output) = (store, output);
        var seed = (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        Chance = new Chance(seed);
    }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected Chance Chance { get; }

    [Fact]
    public Task Kill_UnderLoad_LosesAndDoublesNothing() => On(async (scene, _) =>
    {
        var score = new Score();
        Blow[] blows = [Blow.WhileStarting(Chance), .. Blow.AtEachPoint(_store, Chance), Blow.AtRandom(Chance)];
        await ServiceKills.Play(scene, blows, score, Stop);
        AssertClean(score, blows.Length);
    });

    /// <summary>The negative control.</summary>
    [Fact]
    public Task Kill_OfAServiceThatAcknowledgesEarly_IsSeenToLose() => On(async (scene, _) =>
        Assert.True(await ServiceKills.SeesLoss(scene, Chance, Stop)));

    private protected async Task On(Func<Scene, Beds, Task> play)
    {
        if (_store is StorageKind.Postgres)
            PostgresServer.Require();
        await using var beds = await Beds.Open(_store, Chance, Stop);
        using var bed = await beds.Make(Stop);
        using var scene = new Scene(bed, Users, Chance);
        await play(scene, beds);
    }

    private protected void AssertClean(Score score, int kills)
    {
        var table = new StringWriter();
        score.Print(table);
        _output.WriteLine(table.ToString());
        Assert.Empty(score.Findings);
        Assert.Equal(0, score.Missed);
        Assert.Equal(kills, score.Kills.Values.Sum());
    }
}
