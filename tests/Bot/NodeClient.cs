using System.Diagnostics;
using System.Globalization;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using Microsoft.Extensions.DependencyInjection;

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
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Repository.PathOf($"{Folder}/{script}"));
        start.ArgumentList.Add(arguments);
        using var process = Process.Start(start)!;
        var trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (await Do(service, line.Split(' ')))
                await process.StandardInput.WriteLineAsync("done");
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{string.Join('\n', said)}\n{await trouble}");
        return said[^1];
    }

    /// <summary>What the client cannot do by itself.</summary>
    private static async Task<bool> Do(ReplayHost service, string[] asked)
    {
        switch (asked)
        {
            case ["pass", var minutes]:
                service.Clock.Pass(TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)));
                return true;
            case ["deliver"]:
                await service.Services.GetRequiredService<Courier>().Round(TestContext.Current.CancellationToken);
                return true;
            default:
                return false;
        }
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
