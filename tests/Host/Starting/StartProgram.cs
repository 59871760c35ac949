using System.Diagnostics;

namespace ChatChannels.Tests.Host.Starting;

/// <summary>The built program in a process of its own, until it ends: everything that it says, and its exit code.</summary>
internal static class StartProgram
{
    public static async Task<(int Code, string Said)> Run(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in args.Prepend(Path.Combine(AppContext.BaseDirectory, "ChatChannels.Host.dll")))
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop)).WaitAsync(TimeSpan.FromMinutes(1), stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, string.Concat(said));
    }
}
