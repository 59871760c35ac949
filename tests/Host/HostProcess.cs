using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ChatChannels.Tests.Host;

/// <summary>The built program in a process of its own, to be killed.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private const string Program = "ChatChannels.Host.dll";
    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>Starts it on a free port; done when it listens.</summary>
    public static async Task<HostProcess> Start(params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, Program), "--urls", "http://127.0.0.1:0", .. settings])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            return new HostProcess(process, new Uri(match.Groups["address"].Value));
        }

        throw new InvalidOperationException($"It did not start: {string.Join('\n', said)}\n{await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>SIGKILL: nothing is written, closed or said any more.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex("Now listening on: (?<address>http://\\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
