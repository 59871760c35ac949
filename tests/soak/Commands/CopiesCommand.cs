using System.CommandLine;
using ChatChannels.Hostility;
using ChatChannels.Soak.Attacks;

namespace ChatChannels.Soak.Commands;

/// <summary><c>copies</c>: whole calls each request of which is sent one to ten times, in parallel and late.</summary>
internal static class CopiesCommand
{
    private const int Callbacks = 20_000;

    private static readonly int[] Seeds = [20_261_141, 20_261_142, 20_261_143, 20_261_144];

    public static Command Create() => new AttackOptions(Callbacks, Seeds).For(
        "copies", "Each callback one to ten times, in parallel and shuffled: one effect, one reply.", Run);

    private static async Task<bool> Run(Attack attack, CancellationToken cancellation)
    {
        var reports = await attack.Play((service, seed, count) => new CopyRun(service).Play(seed, count), cancellation);
        Print(Console.Out, reports);
        return reports.All(report => report.Faults.IsEmpty);
    }

    private static void Print(TextWriter output, IReadOnlyList<CopyReport> reports)
    {
        output.WriteLine();
        output.Row("callbacks", reports.Sum(report => (long)report.Callbacks));
        output.Row("sent, copies included", reports.Sum(report => (long)report.Sent));
        foreach (var effect in reports[0].Effects.Keys)
        {
            output.Row($"{effect} expected", reports.Sum(report => report.Expected[effect]));
            output.Row($"{effect} in the store", reports.Sum(report => report.Effects[effect]));
        }

        output.Row("copies answered otherwise", reports.Sum(report => (long)report.Differing));
        output.Row("broken invariants", reports.Sum(report => report.Broken.Length));
    }
}
