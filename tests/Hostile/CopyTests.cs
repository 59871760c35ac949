using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;

namespace ChatChannels.Tests.Hostile;

/// <summary>One message is one effect (promises 5 and 6): a thousand callbacks, each sent one to ten times, in parallel and late.</summary>
public sealed class CopyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(StorageKind.Sqlite, 20_261_123, 1_000)]
    [InlineData(StorageKind.Postgres, 20_261_124, 400)]
    public async Task Callback_SentOneToTenTimes_HasOneEffectAndOneReply(StorageKind kind, int seed, int callbacks)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            await using var service = await ReplayHost.Start(
                Scene.Now,
                [.. Gateway.Settings, .. database is null ? [] : new[] { "--Storage:Kind", "Postgres", "--Storage:ConnectionString", database }]);

            var report = await new CopyRun(service).Play(seed, callbacks);

            output.WriteLine(report.ToString());
            Assert.True(report.Faults.IsEmpty, report.ToString());
            Assert.InRange(report.Callbacks, callbacks, callbacks + 50);
            Assert.InRange(report.Sent, 3 * callbacks, 10 * callbacks);
            Assert.All(report.Effects, effect => Assert.True(effect.Value > 0, effect.Key));
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }
}
