using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Hostile;

/// <summary>Codes hold against parallel guesses (promises 9 and 10); the soak program plays the long form.</summary>
public sealed class CodeGuessTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_125;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageKind.Sqlite, 8)]
    [InlineData(StorageKind.Postgres, 4)]
    public Task Check_ThousandWrongInParallel_ThreeAreCompared(StorageKind kind, int rounds) => Play(kind, async desk =>
    {
        var report = await new CodeRun(desk, Seed).Wrong(rounds, 1000, Stop);

        output.WriteLine(report.ToString());
        Assert.Equal((rounds, 3, 3, 0), (report.Played, report.LeastCompared, report.MostCompared, report.Successes));
    });

    [Theory]
    [InlineData(StorageKind.Sqlite, 40)]
    [InlineData(StorageKind.Postgres, 20)]
    public Task Check_RightInParallel_SucceedsOnce(StorageKind kind, int rounds) => Play(kind, async desk =>
    {
        var report = await new CodeRun(desk, Seed).Right(rounds, 64, Stop);

        output.WriteLine(report.ToString());
        Assert.Equal((rounds, rounds, 0), (report.Played, report.Successes, report.Doubled));
        Assert.InRange(report.MostCompared, 1, 3);
    });

    private static async Task Play(StorageKind kind, Func<CodeDesk, Task> play)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            await using var service = await ReplayHost.Start(
                Scene.Now, ["--Funds:Sample", "false", .. database is null ? [] : new[] { "--Storage:Kind", "Postgres", "--Storage:ConnectionString", database }]);
            await play(new CodeDesk(
                service.Services.GetRequiredService<FundDirectory>().All[0],
                CodePorts.Of(service.Services.GetRequiredService<Storehouse>(), service.Services.GetRequiredService<ISecrets>()),
                service.Clock));
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }
}
