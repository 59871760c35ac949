using System.Globalization;
using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>1 to 512 callers at a time.</summary>
internal static class Scaling
{
    private static readonly int[] Callers = [1, 8, 64, 512];

    public static async Task Run(Stage stage)
    {
        Contender[] services = [Service.Sqlite, Service.Postgres];
        var rows = new List<IReadOnlyList<string>>();
        foreach (var callers in Callers)
        {
            var trials = await stage.Rounds(services, load => load with { Users = callers });
            rows.AddRange(services.Select(service => Row(service.Name, callers, trials[service])));
            if (callers == 512)
            {
                stage.Paper.Judge(Verdict.AtMost(
                    "p99 at 512 callers, SQLite", 100, " ms", trials[Service.Sqlite].Select(trial => trial.Percentile(0.99))));
            }
        }

        stage.Paper.Heading("1 to 512 callers");
        stage.Paper.Table(["system", "callers", "hops/s", "p50 ms", "p99 ms", "p99.9 ms"], rows);
    }

    private static IReadOnlyList<string> Row(string name, int callers, IReadOnlyList<Trial> trials) =>
    [
        name,
        callers.ToString(CultureInfo.InvariantCulture),
        Spread.Of(trials.Select(trial => trial.HopsPerSecond)).Whole("0"),
        Spread.Of(trials.Select(trial => trial.Percentile(0.5))).Middle("0.00"),
        Spread.Of(trials.Select(trial => trial.Percentile(0.99))).Whole("0.0"),
        Spread.Of(trials.Select(trial => trial.Percentile(0.999))).Middle("0.0"),
    ];
}
