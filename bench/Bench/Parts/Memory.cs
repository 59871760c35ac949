using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Parts;

/// <summary>Memory before any load, and after a minute of 64 callers.</summary>
internal static class Memory
{
    private const double MiB = 1024 * 1024;

    public static async Task Run(Stage stage)
    {
        Contender[] services = [Service.Sqlite, Service.Postgres];
        var trials = new Dictionary<Contender, Trial>();
        foreach (var service in services)
            trials[service] = await stage.Run(service, load => load with { Duration = stage.Pace.Minute });

        stage.Paper.Heading("Memory, idle and after a minute of 64 callers");
        stage.Paper.Table(["system", "idle MiB", "after MiB", "peak MiB"], services.Select(service => Row(service.Name, trials[service])));
        stage.Paper.Judge(services.SelectMany(service => new[]
        {
            Verdict.AtMost($"idle memory, {service.Name}", 130, " MB", [trials[service].IdleMemory / 1e6]),
            Verdict.AtMost($"memory after a minute, {service.Name}", 350, " MB", [trials[service].Memory / 1e6]),
        }));
    }

    private static IReadOnlyList<string> Row(string name, Trial trial) =>
        [name, Text(trial.IdleMemory), Text(trial.Memory), Text(trial.PeakMemory)];

    private static string Text(long octets) => (octets / MiB).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
