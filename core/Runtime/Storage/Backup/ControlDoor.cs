using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using ChatChannels.Runtime.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>The service's side of the <see cref="ControlSocket"/>: one request at a time.</summary>
internal sealed class ControlDoor : IAsyncDisposable
{
    private readonly SqliteRestore _restore;
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _path;
    private readonly ILogger _log;
    private readonly Task _loop;

    private ControlDoor(string path, SqliteRestore restore, ILogger log)
    {
        (_path, _restore, _log) = (path, restore, log);
        File.Delete(path); // left by a process that was killed; the lock file says that it is gone
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        PrivateFiles.Narrow(path); // nobody can connect before it listens
        _socket.Listen();
        _loop = Listen();
    }

    /// <summary>Opens the door of a SQLite node; null where the path is too long for a socket.</summary>
    public static ControlDoor? Open(Storehouse house, StorageOptions options, TimeProvider time, ILogger log)
    {
        var path = ControlSocket.PathOf(options.Path);
        if (path.Length <= ControlSocket.MaxPath)
            return new ControlDoor(path, new SqliteRestore(house, options, time), log);
        StorageLog.NoControl(log, "the database's path is too long for one");
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
        File.Delete(_path);
    }

    [SuppressMessage("Design", "CA1031", Justification = "a command that goes wrong must not close the door")]
    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var caller = await _socket.AcceptAsync(_stop.Token);
                await Answer(caller);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error)
            {
                StorageLog.Restored(_log, error.GetType().Name);
            }
        }
    }

    private async Task Answer(Socket caller)
    {
        await using var stream = new NetworkStream(caller);
        if (await ControlSocket.ReadLine<ControlSocket.Request>(stream, _stop.Token) is not { } request)
            return;
        var report = await _restore.Run(request.File, request.Force, _stop.Token);
        StorageLog.Restored(_log, report.Done ? "done" : "refused");
        await ControlSocket.WriteLine(stream, report, _stop.Token);
    }
}
