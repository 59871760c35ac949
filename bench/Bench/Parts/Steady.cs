using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>1,000 hops a second, each measured from when it should have been sent: what a caller feels on an ordinary day.</summary>
internal static class Steady
{
    private const double HopsPerSecond = 1000;

    public static async Task Run(Stage stage)
    {
        var (sqliteRecord, postgresRecord) = (await Calibration.Sqlite(stage), await Calibration.Postgres(stage));
        Contender[] all =
        [
            Service.Sqlite, Service.Postgres, Limit.Sqlite(sqliteRecord), Limit.Postgres(postgresRecord),
            Peer.UssdMenuBuilder("always", 1), Peer.UssdMenuBuilder("everysec", 1), Peer.SlimBotBuilder,
        ];
        var trials = await stage.Rounds(all, load => load with { HopsPerSecond = HopsPerSecond });
        stage.Paper.Heading("1,000 hops/s, from the intended send time");
        stage.Paper.Table(
            ["system", "achieved/s", "p50 ms", "p99 ms", "p99.9 ms", "CPU µs/hop + database"],
            all.Select(contender => Row(contender.Name, trials[contender])));
        stage.Paper.Judge(
            Verdict.AtMost("p99 at 1,000 hops/s, SQLite", 6, " ms", trials[Service.Sqlite].Select(trial => trial.Percentile(0.99))),
            Verdict.AtMost("p99.9 at 1,000 hops/s, SQLite", 25, " ms", trials[Service.Sqlite].Select(trial => trial.Percentile(0.999))));
    }

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<Trial> trials)
    {
        var cpu = Spread.Of(trials.Select(trial => trial.ServerCpuPerHop)).Middle("0");
        var database = Spread.Of(trials.Select(trial => trial.DatabaseCpuPerHop)).Middle("0");
        return
        [
            name,
            Spread.Of(trials.Select(trial => trial.HopsPerSecond)).Middle("0"),
            Spread.Of(trials.Select(trial => trial.Percentile(0.5))).Middle("0.00"),
            Spread.Of(trials.Select(trial => trial.Percentile(0.99))).Whole("0.0"),
            Spread.Of(trials.Select(trial => trial.Percentile(0.999))).Whole("0.0"),
            $"{cpu} + {database}",
        ];
    }
}
