using System.Globalization;
using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Driver.Loads;

namespace ChatChannels.Bench.Trials;

/// <summary>What all parts of a run share.</summary>
internal sealed class Stage(Pace pace, ulong seed, Paper paper)
{
    private ulong _trials;

    public Pace Pace => pace;

    public Paper Paper => paper;

    /// <summary>Wrong replies so far. The figures are worth something only with none.</summary>
    public long Faults { get; private set; }

    /// <summary>Runs a system once.</summary>
    /// <param name="change">How the load differs from the usual one.</param>
    public async Task<Trial> Run(Contender contender, Func<Load, Load>? change = null)
    {
        var trial = await new Bout(contender, pace, seed + _trials++).Run(change ?? (load => load));
        Faults += trial.Report.Faults;
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{contender.Name}: {trial.HopsPerSecond:F0}/s, p99 {trial.Percentile(0.99):F1} ms, driver {trial.DriverCpuPerHop:F1} µs/hop, faults {trial.Report.Faults}"));
        foreach (var fault in trial.Report.FirstFaults)
            await Console.Error.WriteLineAsync("  " + fault);
        return trial;
    }

    /// <summary>Runs all systems in turn, again and again; the trials of a round stand at the same place of each list.</summary>
    public async Task<IReadOnlyDictionary<Contender, List<Trial>>> Rounds(IReadOnlyList<Contender> contenders, Func<Load, Load>? change = null)
    {
        var trials = contenders.ToDictionary(contender => contender, _ => new List<Trial>());
        for (var round = 0; round < pace.Rounds; round++)
        {
            foreach (var contender in contenders)
                trials[contender].Add(await Run(contender, change));
        }

        return trials;
    }
}
