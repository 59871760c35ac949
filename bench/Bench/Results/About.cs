using System.Diagnostics;
using System.Globalization;
using ChatChannels.Bench.Systems;
using ChatChannels.Bench.Trials;

namespace ChatChannels.Bench.Results;

/// <summary>Where and with what a run was made.</summary>
internal static class About
{
    public static void Write(Paper paper, Pace pace, ulong seed)
    {
        paper.Line("# Results");
        paper.Line();
        paper.Line("One run of `bench/run`. What is measured, and how to read it, is in [README.md](README.md).");
        paper.Line();
        paper.Table(
            ["machine", ""],
            [
                ["processor", $"{Environment.ProcessorCount} × {Find("/proc/cpuinfo", "model name")}"],
                ["memory", Find("/proc/meminfo", "MemTotal")],
                ["system", $"{Output("uname", "-sr")}, {Find("/etc/os-release", "PRETTY_NAME").Trim('"')}"],
                ["file system", Output("findmnt", "-n", "-o", "FSTYPE,SOURCE", "--target", Environment.GetEnvironmentVariable("CHATCHANNELS_BENCH_SCRATCH") ?? "/tmp")],
                [".NET, Node", $"{Environment.Version}, {Output("node", "--version")}"],
                ["PostgreSQL, Redis", $"{Environment.GetEnvironmentVariable("CHATCHANNELS_BENCH_POSTGRES_VERSION")}, {Output("redis-server", "--version")}"],
                ["commit", Output("git", "-C", Built.PathOf("."), "describe", "--always", "--dirty")],
                ["day", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)],
                ["rounds, seconds each", string.Create(CultureInfo.InvariantCulture, $"{pace.Rounds}, {pace.Duration.TotalSeconds} after {pace.WarmUp.TotalSeconds} of warm-up")],
                ["seed", seed.ToString(CultureInfo.InvariantCulture)],
            ]);
    }

    private static string Find(string file, string name) => File.ReadLines(file)
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => line[name.Length..].Trim(' ', '\t', ':', '='))
        .FirstOrDefault("unknown");

    private static string Output(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false });
        return process?.StandardOutput.ReadToEnd().Trim() ?? "unknown";
    }
}
