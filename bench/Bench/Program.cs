using ChatChannels.Bench.Parts;
using ChatChannels.Bench.Results;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

// bench/run starts this, with what it needs around it: [--quick] [--write] [PART…]
const string OnRequest = "before"; // needs another checkout
var parts = new Dictionary<string, Func<Stage, Task>>(StringComparer.Ordinal)
{
    ["systems"] = Saturation.Run,
    ["scaling"] = Scaling.Run,
    ["steady"] = Steady.Run,
    ["open"] = OpenSessions.Run,
    ["memory"] = Memory.Run,
    [OnRequest] = BeforeAndAfter.Run,
};
var chosen = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
if (args.Except([.. chosen, "--quick", "--write"], StringComparer.Ordinal).FirstOrDefault() is { } option)
{
    await Console.Error.WriteLineAsync($"There is no option '{option}': --quick, --write.");
    return 2;
}

if (chosen.Except(parts.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no part '{unknown}': {string.Join(", ", parts.Keys)}.");
    return 2;
}

var seed = (ulong)TimeProvider.System.GetUtcNow().Ticks;
var paper = new Paper();
var stage = new Stage(args.Contains("--quick", StringComparer.Ordinal) ? Pace.Quick : Pace.Full, seed, paper);
About.Write(paper, stage.Pace, seed);
foreach (var part in chosen.Length > 0 ? chosen : [.. parts.Keys.Except([OnRequest], StringComparer.Ordinal)])
    await parts[part](stage);
paper.WriteVerdicts();
paper.Line();
paper.Line($"Wrong replies in all runs: {stage.Faults}.");
if (args.Contains("--write", StringComparer.Ordinal))
    paper.Save(Built.PathOf("bench/RESULTS.md"));
return stage.Faults == 0 && paper.AllHold ? 0 : 1;
