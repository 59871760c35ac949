using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Hostile;

/// <summary>Thousands of hostile callbacks from fixed seeds (promises 17 and 18): no 5xx, no wait, nobody moved, nothing shown, the store whole.</summary>
public sealed class HostileCallbackTests(ITestOutputHelper output)
{
    private const int Count = 4_000;

    [Theory]
    [InlineData(StorageKind.Sqlite, 20_261_121)]
    [InlineData(StorageKind.Postgres, 20_261_122)]
    public async Task Callback_HostileOfAnyKind_IsHarmless(StorageKind kind, int seed)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            await using var service = await ReplayHost.Start(
                Scene.Now,
                [.. Gateway.Settings, .. database is null ? [] : new[] { "--Storage:Kind", "Postgres", "--Storage:ConnectionString", database }]);

            var report = await new HostileRun(service).Play(seed, Count);

            output.WriteLine(report.ToString());
            Assert.True(report.Faults.IsEmpty, report.ToString());
            Assert.InRange(report.Statuses[200], Count / 5, Count); // it was not all turned away at the door
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }
}
