using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChatChannels.Bench.Systems;

/// <summary>Waits for a database that was just started.</summary>
internal static class Ready
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void Await(int port)
    {
        var watch = Stopwatch.StartNew();
        while (!Listens(port))
        {
            if (watch.Elapsed > Patience)
                throw new InvalidOperationException($"Nothing listens on port {port}.");
            Thread.Yield();
        }
    }

    private static bool Listens(int port)
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
