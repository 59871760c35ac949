using System.CommandLine;
using System.Globalization;
using ChatChannels.Driver.Walks;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Soak.Stores;

namespace ChatChannels.Soak.Commands;

/// <summary><c>register</c>: many people call while the fund's register is slow, fails, loses answers, or is down for a day.</summary>
internal static class RegisterCommand
{
    public static Command Create()
    {
        var store = new Option<StorageKind>("--store") { Description = "The store.", DefaultValueFactory = _ => StorageKind.Sqlite };
        var people = new Option<int>("--people") { Description = "Who calls in each trouble, up to 50,000.", DefaultValueFactory = _ => 1200 };
        var atOnce = new Option<int>("--at-once") { Description = "Who calls at once.", DefaultValueFactory = _ => 64 };
        var seed = new Option<int>("--seed") { Description = "Which calls of the register fail.", DefaultValueFactory = _ => 20_261_161 };
        var command = new Command("register", "A register in trouble: every hop in time, every request delivered once, nothing wrong told.") { store, people, atOnce, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (kind, drawn) = (parsed.GetValue(store), parsed.GetValue(seed));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}, seed {drawn}, {parsed.GetValue(people)} people in each trouble, {parsed.GetValue(atOnce)} at once"));
            await using var beds = await Beds.Open(kind, new Chance((ulong)drawn), cancellation);
            var faults = 0;
            foreach (var trouble in Trouble.All)
            {
                cancellation.ThrowIfCancellationRequested();
                using var bed = await beds.Make(cancellation);
                await using var run = await RegisterRun.Start(parsed.GetValue(people), drawn, parsed.GetValue(atOnce), bed.Settings);
                faults += Print(Console.Out, trouble, run, await trouble.Befall(run, parsed.GetValue(people)));
            }

            return faults is 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>What came of one trouble; gives how much of it is wrong.</summary>
    private static int Print(TextWriter output, Trouble trouble, RegisterRun run, IReadOnlyList<EndedCall> ends)
    {
        var faults = RegisterCheck.Faults(run, ends);
        foreach (var fault in faults)
            output.WriteLine(fault);
        output.WriteLine();
        output.WriteLine(trouble.Name);
        output.Row("calls", ends.Count);
        output.Row("hops", run.Calls.Hops.Count);
        output.Row("half of the hops within, ms", Within(run, 0.5));
        output.Row("99 of 100 hops within, ms", Within(run, 0.99));
        output.Row("slowest hop, ms", (long)run.Calls.Slowest.TotalMilliseconds);
        output.Row("calls to the register", run.Faults.Calls);
        output.Row("told that a request is filed", ends.Count(RegisterCheck.IsFiled));
        output.Row("requests that the register took", run.Book.Requests.Count);
        output.Row("and was sent several times", run.Book.Requests.Count(taken => taken.Seen > 1));
        output.Row("told a reference", ends.Count(RegisterCheck.IsNoted));
        output.Row("questions answered later", run.Changes.OfType<Change.AnswerLate>().Count());
        output.Row("wrong or late, in all", faults.Count);
        return faults.Count;
    }

    private static long Within(RegisterRun run, double share)
    {
        var hops = run.Calls.Hops;
        return (long)hops[(int)((hops.Count - 1) * share)].TotalMilliseconds;
    }
}
