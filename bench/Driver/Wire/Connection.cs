using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ChatChannels.Driver.Wire;

/// <summary>A kept-alive connection with one request under way at most.</summary>
internal sealed class Connection : IDisposable
{
    private readonly byte[] _received = new byte[16 * 1024];
    private int _length;
    private Socket? _socket;

    private Connection(Socket socket) => _socket = socket;

    private int File => (int)_socket!.Handle;

    /// <summary>Connects, or returns null when nobody listens.</summary>
    public static Connection? TryOpen(IPEndPoint server, Epoll epoll, int token)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(server);
            socket.Blocking = false;
            epoll.Watch((int)socket.Handle, token);
            return new Connection(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Sends a request. False when the connection is lost; a request is smaller than the kernel's buffer, so it goes at once.</summary>
    public bool TrySend(ReadOnlySpan<byte> octets) =>
        NativeMethods.Send(File, octets, octets.Length, NativeMethods.NoSignal) == octets.Length;

    /// <summary>Receives what there is. False when the connection is lost.</summary>
    public bool TryReceive()
    {
        var count = (int)NativeMethods.Receive(File, _received.AsSpan(_length), _received.Length - _length, 0);
        if (count < 0)
            return Marshal.GetLastPInvokeError() is NativeMethods.TryAgain or NativeMethods.Interrupted;
        _length += count;
        return count > 0;
    }

    /// <summary>The reply, once it is there whole.</summary>
    public bool TryRead(out Reply reply)
    {
        if (!ReplyReader.TryRead(_received.AsSpan(0, _length), out reply))
            return false;
        // Nothing may follow: there is one request under way.
        _length = reply.Length == _length ? 0 : throw new FormatException("More follows the reply than it said.");
        return true;
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
