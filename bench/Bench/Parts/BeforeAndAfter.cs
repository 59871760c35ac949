using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>This build against another commit's, in turn in one run, so that the machine's moods fall on both.</summary>
internal static class BeforeAndAfter
{
    public static async Task Run(Stage stage)
    {
        Contender[] after = [Service.Sqlite, Service.Postgres, Service.Messages];
        var before = Service.Of(Checkout.Before());
        var pairs = before.Zip(after).ToArray();
        var trials = pairs.SelectMany(pair => new[] { pair.First, pair.Second }).ToDictionary(contender => contender, _ => new List<Trial>());
        for (var round = 0; round < stage.Pace.CloseRounds; round++)
        {
            foreach (var (first, second) in pairs)
            {
                // Each goes first in every other round.
                foreach (var contender in round % 2 == 0 ? new[] { first, second } : [second, first])
                    trials[contender].Add(await stage.Run(contender));
            }
        }

        stage.Paper.Heading("Before and after");
        stage.Paper.Table(
            ["system", "hops/s", "p99 ms", "CPU µs/hop", "first reply ms", "idle MiB"],
            pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Select(contender => Row(contender.Name, trials[contender])));
        stage.Paper.Judge(pairs.Select(pair =>
            Verdict.AtLeast($"{pair.Second.Name} ÷ before, hops/s", 0.97, Saturation.Ratios(trials[pair.Second], trials[pair.First]))));
    }

    private static IReadOnlyList<string> Row(string name, IReadOnlyList<Trial> trials) =>
    [
        name,
        Spread.Of(trials.Select(trial => trial.HopsPerSecond)).Whole("0"),
        Spread.Of(trials.Select(trial => trial.Percentile(0.99))).Whole("0.0"),
        Spread.Of(trials.Select(trial => trial.ServerCpuPerHop)).Whole("0.0"),
        Spread.Of(trials.Select(trial => trial.FirstReplyMilliseconds)).Middle("0"),
        Spread.Of(trials.Select(trial => trial.IdleMemory / 1048576.0)).Middle("0"),
    ];
}
