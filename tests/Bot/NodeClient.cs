using System.Diagnostics;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Bot;

/// <summary>Runs one of Microsoft's own clients by Node.js, from <c>tests/Bot/Clients</c>; <c>./test</c> installs what they need.</summary>
internal static class NodeClient
{
    private const string Folder = "tests/Bot/Clients";

    /// <summary>Runs a script to its end; gives what it said last.</summary>
    /// <param name="arguments">JSON.</param>
    public static async Task<string> Run(ReplayHost service, string script, string arguments)
    {
        Require();
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.PathOf($"{Folder}/{script}"));
        start.ArgumentList.Add(arguments);
        using var process = Process.Start(start)!;
        var trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Split(' ') is ["pass", var minutes])
            {
                service.Clock.Pass(TimeSpan.FromMinutes(int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)));
                await process.StandardInput.WriteLineAsync("passed");
            }

            said.Add(line);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{string.Join('\n', said)}\n{await trouble}");
        return said[^1];
    }

    private static void Require()
    {
        var isThere = Directory.Exists(Repository.PathOf($"{Folder}/node_modules"))
            && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "node")));
        const string Missing = $"Node.js, or what `npm ci` installs in {Folder}, is missing.";
        if (!isThere && Environment.GetEnvironmentVariable("CHATCHANNELS_REQUIRE_ALL") is "1")
            Assert.Fail(Missing);
        Assert.SkipUnless(isThere, Missing);
    }
}
