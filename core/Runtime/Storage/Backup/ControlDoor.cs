using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Text.Json;
using ChatChannels.Runtime.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>The service's side of the <see cref="ControlSocket"/>: one request at a time.</summary>
internal sealed class ControlDoor : IAsyncDisposable
{
    private readonly IReadOnlyList<IControlCommand> _commands;
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _path;
    private readonly ILogger _log;
    private readonly Task _loop;

    private ControlDoor(string path, IReadOnlyList<IControlCommand> commands, ILogger log)
    {
        (_path, _commands, _log) = (path, commands, log);
        File.Delete(path); // left by a process that was killed; the lock file says that it is gone
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        PrivateFiles.Narrow(path); // nobody can connect before it listens
        _socket.Listen();
        _loop = Listen();
    }

    /// <summary>Opens the door of a SQLite node; null where the path is too long for a socket.</summary>
    /// <param name="others">What it does beside restoring.</param>
    public static ControlDoor? Open(Storehouse house, StorageOptions options, TimeProvider time, ILogger log, params IEnumerable<IControlCommand> others)
    {
        var path = ControlSocket.PathOf(options.Path);
        if (path.Length <= ControlSocket.MaxPath)
            return new ControlDoor(path, [new RestoreControl(new SqliteRestore(house, options, time, log), log), .. others], log);
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
                StorageLog.ControlFailed(_log, error.GetType().Name);
            }
        }
    }

    private async Task Answer(Socket caller)
    {
        await using var stream = new NetworkStream(caller);
        using var reader = new StreamReader(stream, leaveOpen: true);
        if (await reader.ReadLineAsync(_stop.Token) is not { } line || JsonSerializer.Deserialize<ControlSocket.Request>(line) is not { } request)
            return;
        if (_commands.FirstOrDefault(command => string.Equals(command.Name, request.Command, StringComparison.Ordinal)) is not { } asked)
            return;
        var result = await asked.Run(request, progress => ControlSocket.WriteLine(stream, new ControlSocket.Reply(progress, null), _stop.Token), _stop.Token);
        await ControlSocket.WriteLine(stream, new ControlSocket.Reply(null, result), _stop.Token);
    }
}
