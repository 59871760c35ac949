using System.Globalization;

namespace ChatChannels.Bench.Machine;

/// <summary>Reads processes from <c>/proc</c>. One that has ended has used nothing.</summary>
internal static class Proc
{
    /// <summary>Ticks of <c>utime</c> and <c>stime</c>: USER_HZ is 100 on every Linux that .NET runs on.</summary>
    private const double MicrosecondsPerTick = 10_000;

    /// <summary>A process and all that it started.</summary>
    public static IReadOnlyList<int> Family(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(Parent);
        return [.. Descend(root)];

        IEnumerable<int> Descend(int id) => children[id].SelectMany(Descend).Prepend(id);
    }

    public static Usage UsageOf(int process)
    {
        var stat = Fields(process);
        if (stat.Length < 14)
            return default;
        var ticks = Number(stat[11]) + Number(stat[12]);
        return new Usage(ticks * MicrosecondsPerTick, Value(process, "io", "write_bytes:"));
    }

    /// <summary>Octets of main memory.</summary>
    public static long Memory(int process) => Value(process, "status", "VmRSS:") * 1024;

    /// <summary>The most that it ever had.</summary>
    public static long PeakMemory(int process) => Value(process, "status", "VmHWM:") * 1024;

    public static int Parent(int process) => Fields(process) is { Length: > 1 } stat ? (int)Number(stat[1]) : 0;

    /// <summary>The fields of <c>stat</c> behind the name, which may hold anything.</summary>
    private static string[] Fields(int process)
    {
        var stat = Read(process, "stat");
        return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static long Value(int process, string file, string name) => Read(process, file).Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => Number(line[name.Length..].Replace("kB", "", StringComparison.Ordinal)))
        .FirstOrDefault();

    private static long Number(string text) => long.Parse(text.Trim(), CultureInfo.InvariantCulture);

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}
