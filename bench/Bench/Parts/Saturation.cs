using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>Everything at once: 64 callers who answer as soon as the screen is there, on every system in turn.</summary>
internal static class Saturation
{
    public static async Task Run(Stage stage)
    {
        var (sqliteRecord, postgresRecord) = (await Calibration.Sqlite(stage), await Calibration.Postgres(stage));
        var (limitSqlite, limitPostgres) = (Limit.Sqlite(sqliteRecord), Limit.Postgres(postgresRecord));
        var (always, everysec) = (Peer.UssdMenuBuilder("always", 1), Peer.UssdMenuBuilder("everysec", 1));
        Contender[] all =
        [
            Service.Sqlite, Service.Postgres, Service.Messages, Limit.Bare, limitSqlite, limitPostgres, always, everysec,
            Peer.UssdMenuBuilder("always", 2), Peer.UssdMenuBuilder("everysec", 2), Peer.BotBuilder, Peer.SlimBotBuilder,
        ];
        var trials = await stage.Rounds(all);

        stage.Paper.Heading("64 callers, as fast as it goes");
        stage.Paper.Table(
            ["system", "hops/s", "÷ SQLite limit", "p50 ms", "p99 ms", "p99.9 ms", "CPU µs/hop + database", "KB written/hop", "KB kept/hop", "faults"],
            all.Select(contender => Row(contender.Name, trials[contender], trials[limitSqlite])));
        stage.Paper.Heading("Start and memory");
        stage.Paper.Table(
            ["system", "first reply ms", "idle MiB", "peak MiB"],
            all.Select(contender => MemoryRow(contender.Name, trials[contender])));
        stage.Paper.Line();
        stage.Paper.Line($"Records of the limits: {sqliteRecord} octets on SQLite, {postgresRecord} on PostgreSQL, what the service's store grew by with each hop.");

        var (sqlite, postgres) = (trials[Service.Sqlite], trials[Service.Postgres]);
        stage.Paper.Judge(
            Verdict.AtLeast("SQLite ÷ bare append on SQLite", 0.5, Ratios(sqlite, trials[limitSqlite])),
            Verdict.AtLeast("PostgreSQL ÷ bare append on PostgreSQL", 0.5, Ratios(postgres, trials[limitPostgres])),
            Verdict.AtLeast("SQLite ÷ ussd-menu-builder, Redis always", 3, Ratios(sqlite, trials[always])),
            Verdict.AtLeast("SQLite ÷ ussd-menu-builder, Redis everysec", 2.5, Ratios(sqlite, trials[everysec])),
            Verdict.AtLeast("SQLite ÷ botbuilder, own adapter", 10, Ratios(sqlite, trials[Peer.BotBuilder])),
            Verdict.AtLeast("SQLite ÷ botbuilder, slim adapter", 10, Ratios(sqlite, trials[Peer.SlimBotBuilder])),
            Verdict.AtLeast("activities on SQLite ÷ botbuilder, own adapter", 6, Ratios(trials[Service.Messages], trials[Peer.BotBuilder])),
            Verdict.AtLeast("activities on SQLite ÷ botbuilder, slim adapter", 6, Ratios(trials[Service.Messages], trials[Peer.SlimBotBuilder])),
            Verdict.AtMost("p99 at 64 callers, SQLite", 15, " ms", sqlite.Select(trial => trial.Percentile(0.99))),
            Verdict.AtMost("CPU per hop at 64 callers, service on SQLite", 60, " µs", sqlite.Select(trial => trial.ServerCpuPerHop)),
            Verdict.AtMost("start to first reply, SQLite", 2, " s", sqlite.Select(trial => trial.FirstReplyMilliseconds / 1000)));
    }

    /// <summary>Inside each round.</summary>
    public static IEnumerable<double> Ratios(IEnumerable<Trial> ours, IEnumerable<Trial> theirs) =>
        ours.Zip(theirs, (our, their) => our.HopsPerSecond / their.HopsPerSecond);

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<Trial> trials, IReadOnlyList<Trial> limit)
    {
        var cpu = Spread.Of(trials.Select(trial => trial.ServerCpuPerHop)).Middle("0");
        var database = Spread.Of(trials.Select(trial => trial.DatabaseCpuPerHop)).Middle("0");
        return
        [
            name,
            Spread.Of(trials.Select(trial => trial.HopsPerSecond)).Whole("0"),
            Spread.Of(Ratios(trials, limit)).Middle("0.00"),
            Spread.Of(trials.Select(trial => trial.Percentile(0.5))).Middle("0.00"),
            Spread.Of(trials.Select(trial => trial.Percentile(0.99))).Whole("0.0"),
            Spread.Of(trials.Select(trial => trial.Percentile(0.999))).Middle("0.0"),
            $"{cpu} + {database}",
            Spread.Of(trials.Select(trial => trial.WrittenPerHop / 1024)).Middle("0.00"),
            Spread.Of(trials.Select(trial => trial.StoredPerHop / 1024)).Middle("0.00"),
            trials.Sum(trial => trial.Report.Faults).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
    }

    private static IReadOnlyList<string> MemoryRow(string name, IReadOnlyList<Trial> trials) =>
    [
        name,
        Spread.Of(trials.Select(trial => trial.FirstReplyMilliseconds)).Whole("0"),
        Spread.Of(trials.Select(trial => trial.IdleMemory / 1048576.0)).Middle("0"),
        Spread.Of(trials.Select(trial => trial.PeakMemory / 1048576.0)).Middle("0"),
    ];
}
