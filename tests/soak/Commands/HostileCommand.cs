using System.CommandLine;
using System.Globalization;
using ChatChannels.Hostility;
using ChatChannels.Soak.Attacks;

namespace ChatChannels.Soak.Commands;

/// <summary><c>hostile</c>: hostile callbacks of every kind, over eight days of the service's clock for each seed.</summary>
internal static class HostileCommand
{
    private const int Callbacks = 100_000;

    private static readonly int[] Seeds = [20_261_131, 20_261_132, 20_261_133, 20_261_134, 20_261_135];

    public static Command Create() => new AttackOptions(Callbacks, Seeds).For(
        "hostile", "Hostile callbacks: no 5xx, no wait, nobody moved, nothing shown, the store whole.", Run);

    private static async Task<bool> Run(Attack attack, CancellationToken cancellation)
    {
        var reports = await attack.Play((service, seed, count) => new HostileRun(service).Play(seed, count), cancellation);
        Print(Console.Out, reports);
        return reports.All(report => report.Faults.IsEmpty);
    }

    private static void Print(TextWriter output, IReadOnlyList<HostileReport> reports)
    {
        foreach (var late in reports.SelectMany(report => report.Late))
            output.WriteLine($"late: {late}");
        output.WriteLine();
        output.Row("hostile callbacks", reports.Sum(report => (long)report.Sent));
        foreach (var status in reports.SelectMany(report => report.Statuses).GroupBy(status => status.Key, status => (long)status.Value).OrderBy(status => status.Key))
            output.Row(string.Create(CultureInfo.InvariantCulture, $"answered {status.Key}{(status.Key == 0 ? " (connection closed)" : "")}"), status.Sum());
        output.Row("slowest reply, ms", (long)reports.Max(report => report.Slowest).TotalMilliseconds);
        output.Row("over 1 s, and sent again", reports.Sum(report => report.Late.Length));
        output.Row("hangs: over 1 s both times", reports.Sum(report => report.Hangs));
        output.Row("replies of 5xx", reports.Sum(report => report.ServerErrors));
        output.Row("replies and calls that may not be", reports.Sum(report => report.Misbehaviour.Length));
        output.Row("broken invariants", reports.Sum(report => report.Broken.Length));
    }
}
