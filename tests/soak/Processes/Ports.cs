using System.Net;
using System.Net.Sockets;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Soak.Processes;

/// <summary>
/// Ports that are free now and belong to nobody's outgoing connection: a caller that knocks at a closed port may otherwise be
/// given that very port, and reach itself.
/// </summary>
internal static class Ports
{
    private const int First = 12_000;
    private const int Count = 20_000;

    public static int Free(Chance chance)
    {
        while (true)
        {
            var port = First + chance.Below(Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another one.
            }
        }
    }
}
