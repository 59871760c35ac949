using System.Globalization;
using ChatChannels.Bench.Machine;
using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;
using ChatChannels.Driver.Loads;

namespace ChatChannels.Bench.Parts;

/// <summary>
/// The same load on a store with a thousand open sessions and with a million. They are opened as callers open them, through the
/// front door: dial, language, service, scheme, and the line drops at the surname.
/// </summary>
internal static class OpenSessions
{
    private const int Few = 1000;
    private const int Hops = 4;

    /// <summary>Phones of each trial on a store, apart from those of its open sessions.</summary>
    private const long Apart = 2_000_000;

    public static async Task Run(Stage stage)
    {
        using var few = new Scratch();
        using var many = new Scratch();
        Open(few.Path, Few);
        Open(many.Path, stage.Pace.Sessions);

        var (withFew, withMany) = (new List<Trial>(), new List<Trial>());
        for (var round = 0; round < stage.Pace.Rounds; round++)
        {
            var first = Apart * (round + 1);
            withFew.Add(await stage.Run(On(few.Path), load => load with { FirstCaller = first }));
            withMany.Add(await stage.Run(On(many.Path), load => load with { FirstCaller = first }));
        }

        stage.Paper.Heading("Open sessions in the store, SQLite");
        stage.Paper.Table(
            ["open sessions", "hops/s", "p99 ms", "first reply ms", "idle MiB"], [Row(Few, withFew), Row(stage.Pace.Sessions, withMany)]);
        stage.Paper.Judge(Verdict.AtLeast(
            $"hops/s with {Number(stage.Pace.Sessions)} open sessions ÷ with {Number(Few)}", 0.8, Saturation.Ratios(withMany, withFew)));
    }

    private static Contender On(string folder) => Service.Sqlite with { Start = () => Service.StartIn(folder) };

    private static void Open(string folder, int sessions)
    {
        using var running = Service.StartIn(folder);
        var report = LoadRun.Run(new Load
        {
            Server = running.Address,
            Path = Service.Sqlite.Path,
            Walk = Service.Sqlite.Walk.First(Hops),
            Users = 256,
            Duration = TimeSpan.FromHours(2),
            Sessions = sessions,
            Seed = (ulong)sessions,
            OnLoss = LossPolicy.Repeat,
        });
        if (report.Faults > 0 || report.Finished != sessions)
            throw new InvalidOperationException($"Only {report.Finished} sessions could be opened: {report.FirstFaults.FirstOrDefault()}");
    }

    private static IReadOnlyList<string> Row(int sessions, IReadOnlyList<Trial> trials) =>
    [
        Number(sessions),
        Spread.Of(trials.Select(trial => trial.HopsPerSecond)).Whole("0"),
        Spread.Of(trials.Select(trial => trial.Percentile(0.99))).Whole("0.0"),
        Spread.Of(trials.Select(trial => trial.FirstReplyMilliseconds)).Middle("0"),
        Spread.Of(trials.Select(trial => trial.IdleMemory / 1048576.0)).Middle("0"),
    ];

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
