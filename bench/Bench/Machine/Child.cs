using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ChatChannels.Bench.Machine;

/// <summary>A process of ours, its output in a file. It ends with us, and its children with it.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process _process;

    /// <summary>The file, in the folder that a program runs in, of what it prints.</summary>
    public const string Output = "output.log";

    private Child(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts a program.</summary>
    /// <param name="folder">Where it runs, and where its output goes.</param>
    /// <param name="environment">Added to our own.</param>
    /// <param name="command">The program and its arguments.</param>
    public static Child Start(string folder, IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> command)
    {
        // The shell is replaced by the program, so that the process is the program's own.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$@\" >>{Output} 2>&1", "sh", .. command]) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Child(Process.Start(start) ?? throw new InvalidOperationException("Nothing was started."));
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            using var stop = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            if (!_process.WaitForExit(Patience))
                _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
