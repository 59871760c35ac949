using System.Collections.Concurrent;
using System.Diagnostics;
using ChatChannels.Runtime.Failpoints;

namespace ChatChannels.Soak.Processes;

/// <summary>The built service in a process of its own, to be killed.</summary>
internal sealed class ServiceProcess : IDisposable
{
    /// <summary>What the exit code says of a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    /// <summary>Lines: without its database a service logs each failure.</summary>
    private const int Remembered = 200;

    private const string Program = "ChatChannels.Host.dll";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => _process = process;

    /// <summary>Done when it serves.</summary>
    public Task Listening => _listening.Task;

    /// <summary>Done when it serves, or has ended before.</summary>
    public Task Begun => Task.WhenAny(Listening, _process.WaitForExitAsync());

    public bool HasEnded => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The end of its log.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts it.</summary>
    /// <param name="settings">Configuration by command line.</param>
    /// <param name="failpoint">A point and a number as in <see cref="Failpoint"/>, or null for none.</param>
    public static ServiceProcess Start(IEnumerable<string> settings, string? failpoint = null)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, Program), .. settings])
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // elsewhere no failpoint may be set, and nothing leaves without a sender
        start.Environment[Failpoint.Variable] = failpoint;
        var service = new ServiceProcess(new Process { StartInfo = start });
        service._process.OutputDataReceived += (_, line) => service.Hear(line.Data);
        service._process.ErrorDataReceived += (_, line) => service.Hear(line.Data);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return service;
    }

    /// <summary>SIGKILL: nothing is written, closed or said any more.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it writes what waits, and closes.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        await Command.Run("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)], cancellation);
        await _process.WaitForExitAsync(cancellation);
    }

    /// <summary>Waits for its end; false when it lives on after that time.</summary>
    public async Task<bool> EndsWithin(TimeSpan time, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(time);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        _said.Enqueue(line ?? "");
        while (_said.Count > Remembered)
            _said.TryDequeue(out _);
        if (line?.Contains("Now listening on:", StringComparison.Ordinal) is true)
            _listening.TrySetResult();
    }
}
