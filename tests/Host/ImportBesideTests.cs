using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Storage.Audit;
using ChatChannels.Services.Members;
using ChatChannels.Tests.Host.Checking;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>A file goes into the register of a SQLite file while the service has it, and people go on being answered.</summary>
public sealed class ImportBesideTests : IDisposable
{
    private const int Rows = 12_000;
    private const int Callers = 8;

    /// <summary>A gateway gives a screen up after some seconds; nobody may wait so long because of an import.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatchannels-beside-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string[] Kept => ["--Storage:Path", Path.Combine(_folder.FullName, "kept.db"), "--Storage:KeyFile", Path.Combine(_folder.FullName, "kept.key")];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Import_WhileTheServiceAnswers_TakesAllAndKeepsNobodyWaiting()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Kept);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var callers = Enumerable.Range(0, Callers).Select(n => Call(service, n, over.Token)).ToList();

        var import = await Task.Run(() => Import("members", Rows), Stop);

        await over.CancelAsync();
        var hops = (await Task.WhenAll(callers)).SelectMany(of => of).ToList();
        Assert.Equal("10,000 rows read\n10,000 rows written\n12,000 rows imported into the register of cnss-tg.", string.Join('\n', import.Lines));
        var register = service.Services.GetRequiredService<IRegister>();
        Assert.NotNull(await register.Get(new FundId("cnss-tg"), "9000000001", Stop));
        Assert.NotNull(await register.Get(new FundId("cnss-tg"), $"{9_000_000_000 + Rows}", Stop));
        Assert.InRange(hops.Count, Callers * 3, int.MaxValue);
        Assert.All(hops, hop => Assert.StartsWith("CON ", hop.Reply, StringComparison.Ordinal));
        Assert.InRange(hops.Max(hop => hop.Took), TimeSpan.Zero, Longest);
        Assert.IsType<AuditReport.Whole>(await service.Services.GetRequiredService<AuditChain>().Verify(Stop));
    }

    [Fact]
    public async Task Import_BadRowsWhileTheServiceRuns_WritesNothing()
    {
        await using var service = await ReplayHost.Start(Scene.Now, Kept);
        var file = Path.Combine(_folder.FullName, "claims.csv");
        await File.WriteAllTextAsync(file, "number,since\n9000000009,2020-01-01\n9000000010,2020-01-01\n", Stop);

        var import = Commanded.Run(["import", "accounts", file, "--fund", "cnss-tg", .. Kept]);

        Assert.Equal(1, import.Code);
        Assert.Equal(
            ["line 2: there is no member of this number", "line 3: there is no member of this number", "2 defects in 2 lines; nothing was imported."],
            import.Lines, StringComparer.Ordinal);
    }

    [Fact]
    public void Check_OfAFile_TouchesNoDatabase()
    {
        var file = Write(3);
        string[] relative = ["--Storage:Path", "nowhere/at/all.db"];

        var check = Commanded.Run(["import", "members", file, "--fund", "cnss-tg", "--check", .. relative]);

        Assert.Equal((0, "3 rows read, and none is wrong in itself; nothing was imported into the register of cnss-tg."), (check.Code, Assert.Single(check.Lines)));
        Assert.False(Directory.Exists("nowhere"));
    }

    private static async Task<IReadOnlyList<(string Reply, TimeSpan Took)>> Call(ReplayHost service, int caller, CancellationToken over)
    {
        var hops = new List<(string, TimeSpan)>();
        while (!over.IsCancellationRequested)
        {
            var line = new Line(service.Http) { Session = $"ATUid_{caller}_{hops.Count}", Phone = $"+23765000{caller:00}{hops.Count % 100:00}" };
            foreach (var text in (string[])["", "1", "1*1"])
            {
                var began = TimeProvider.System.GetTimestamp();
                var reply = await line.Hop(text);
                hops.Add((reply, TimeProvider.System.GetElapsedTime(began)));
            }
        }

        return hops;
    }

    private Commanded Import(string kind, int rows) => Commanded.Run(["import", kind, Write(rows), "--fund", "cnss-tg", .. Kept]);

    private string Write(int rows)
    {
        var file = Path.Combine(_folder.FullName, "members.csv");
        File.WriteAllLines(file, Enumerable.Range(1, rows).Select(n => $"{9_000_000_000 + n},2020-01-01").Prepend("number,since"));
        return file;
    }
}
