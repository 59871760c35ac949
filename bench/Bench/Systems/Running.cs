using System.Net;
using ChatChannels.Bench.Machine;

namespace ChatChannels.Bench.Systems;

/// <summary>A system that was started on fresh data.</summary>
/// <param name="port">Where it listens on this machine.</param>
/// <param name="server">Its own process.</param>
/// <param name="databases">The roots of the databases behind it.</param>
/// <param name="owned">What ends with it, in this order.</param>
internal sealed class Running(int port, Child server, IReadOnlyList<int> databases, params IReadOnlyList<IDisposable> owned) : IDisposable
{
    private bool _isStopped;

    public IPEndPoint Address { get; } = new(IPAddress.Loopback, port);

    /// <summary>Of the server's processes.</summary>
    public Usage ServerUsage => Sum(Proc.Family(server.Id), Proc.UsageOf);

    public Usage DatabaseUsage => Sum(databases.SelectMany(Proc.Family), Proc.UsageOf);

    public long Memory => Proc.Family(server.Id).Sum(Proc.Memory);

    public long PeakMemory => Proc.Family(server.Id).Sum(Proc.PeakMemory);

    /// <summary>Octets of what is kept, as the file system or the database counts it; read it when the server has stopped.</summary>
    public long Stored => owned.OfType<IKeeper>().Sum(keeper => keeper.Stored);

    /// <summary>Ends the server as an operator would, and leaves what it kept.</summary>
    public void Stop()
    {
        if (!_isStopped)
            server.Dispose();
        _isStopped = true;
    }

    public void Dispose()
    {
        Stop();
        foreach (var part in owned)
            part.Dispose();
    }

    private static Usage Sum(IEnumerable<int> processes, Func<int, Usage> usage) =>
        processes.Select(usage).Aggregate(default(Usage), (sum, next) => sum + next);
}
