using System.Collections.Concurrent;
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
        string[] usual = ["--urls", "http://127.0.0.1:0", "--Funds:PublicUrl", "http://localhost:5080/", "--Ussd:AfricasTalking:AllowedNetworks", "127.0.0.0/8"];
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, Program), .. usual, .. settings])
            start.ArgumentList.Add(argument);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        return new HostProcess(process, await Listen(process));
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

    /// <summary>Starts the process and waits for it to say where it listens, or to end.</summary>
    private static async Task<Uri> Listen(Process process)
    {
        var said = new ConcurrentQueue<string>();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? line)
        {
            said.Enqueue(line ?? "");
            if (Listening().Match(line ?? "") is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups["address"].Value));
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"It did not start: {string.Join('\n', said)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await address.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("Now listening on: (?<address>http://\\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
