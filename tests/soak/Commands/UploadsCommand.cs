using System.CommandLine;
using System.Globalization;
using ChatChannels.Driver.Loads;
using ChatChannels.Driver.Walks;
using ChatChannels.Runtime.Storage;
using ChatChannels.Soak.Stores;
using ChatChannels.Soak.Uploads;

namespace ChatChannels.Soak.Commands;

/// <summary><c>uploads</c>: phones are answered as well beside people who send large files as without them.</summary>
internal static class UploadsCommand
{
    private const double LeastOfHops = 0.9;
    private const double MostOfLatency = 2;

    public static Command Create()
    {
        var store = new Option<StorageKind>("--store") { Description = "The store.", DefaultValueFactory = _ => StorageKind.Sqlite };
        var uploaders = new Option<int>("--uploaders") { Description = "Who sends files at once.", DefaultValueFactory = _ => 8 };
        var unasked = new Option<bool>("--unasked") { Description = "They send what no question asks for." };
        var hops = new Option<double>("--hops-per-second") { Description = "Hops offered.", DefaultValueFactory = _ => 300 };
        var seconds = new Option<int>("--seconds") { Description = "Length of a window.", DefaultValueFactory = _ => 20 };
        var rounds = new Option<int>("--rounds") { Description = "Windows of each kind.", DefaultValueFactory = _ => 3 };
        var seed = new Option<int>("--seed") { Description = "Chance for calls and ports.", DefaultValueFactory = _ => 20_261_171 };
        var command = new Command("uploads", "Large files beside hops: nine tenths of the hops, twice their time at most.") { store, uploaders, unasked, hops, seconds, rounds, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            var chance = new Chance((ulong)parsed.GetValue(seed));
            await using var beds = await Beds.Open(parsed.GetValue(store), chance, cancellation);
            using var bed = await beds.Make(cancellation);
            var run = new UploadRun(
                parsed.GetValue(uploaders), !parsed.GetValue(unasked), parsed.GetValue(hops), TimeSpan.FromSeconds(parsed.GetValue(seconds)), chance);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetValue(store)}, seed {parsed.GetValue(seed)}"));
            await run.Play(bed, parsed.GetValue(rounds), cancellation);
            return Print(Console.Out, run) ? 0 : 1;
        });
        return command;
    }

    /// <summary>Whether all was as it must be.</summary>
    private static bool Print(TextWriter output, UploadRun run)
    {
        Print(output, "without", run.Without);
        Print(output, "with", run.With);
        output.Row("files taken", run.Taken);
        output.Row("files refused", run.Refused);
        output.Row("connections broken", run.Broken);
        output.Row("wrong replies to phones", run.Without.Concat(run.With).Sum(report => report.Faults));
        var (share, apart) = (Hops(run.With) / Hops(run.Without), Latency(run.With) / Latency(run.Without));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hops {share:0.000} of those without, p99 {apart:0.00} times"));
        return share >= LeastOfHops && apart <= MostOfLatency && run.Without.Concat(run.With).All(report => report.Faults is 0);
    }

    private static void Print(TextWriter output, string how, List<Report> reports)
    {
        foreach (var report in reports)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{how,-8} {report.HopsPerSecond,6:0.0} hops/s, p50 {report.Latency.Milliseconds(0.5):0.00} ms, p99 {report.Latency.Milliseconds(0.99):0.00} ms, longest {report.Latency.Largest / 1e6:0} ms"));
    }

    private static double Hops(List<Report> reports) => reports.Average(report => report.HopsPerSecond);

    /// <summary>The middle window's: on a machine that others use too one may be bad.</summary>
    private static double Latency(List<Report> reports) => reports.Select(report => report.Latency.Milliseconds(0.99)).Order().ElementAt(reports.Count / 2);
}
