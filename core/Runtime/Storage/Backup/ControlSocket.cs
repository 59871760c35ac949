using System.Net.Sockets;
using System.Text.Json;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>
/// How a command reaches the running service of a SQLite file: a Unix socket beside the file, open to the file's owner
/// alone. It carries one line each way, in JSON: <see cref="Request"/> and <see cref="BackupReport"/>.
/// </summary>
internal static class ControlSocket
{
    /// <summary>The longest path of a Unix socket that every system takes.</summary>
    public const int MaxPath = 103;

    /// <summary>What a command asks.</summary>
    internal sealed record Request(string File, bool Force);

    public static string PathOf(string database) => $"{Path.GetFullPath(database)}.control";

    public static bool IsThere(string database) => File.Exists(PathOf(database));

    /// <summary>Hands a restore to the service and waits for its answer.</summary>
    public static async Task<BackupReport> Ask(string database, string file, bool force, CancellationToken cancellation)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathOf(database)), cancellation);
            await using var stream = new NetworkStream(socket);
            await WriteLine(stream, new Request(file, force), cancellation);
            return await ReadLine<BackupReport>(stream, cancellation)
                ?? BackupReport.Refused("The service closed without an answer; whether it restored is unknown. Look into its log.");
        }
        catch (SocketException)
        {
            return BackupReport.Refused("A process has the database but does not answer. Stop it, then restore again.");
        }
    }

    public static async Task WriteLine<T>(Stream stream, T value, CancellationToken cancellation) =>
        await stream.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(value), (byte)'\n'], cancellation);

    public static async Task<T?> ReadLine<T>(Stream stream, CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadLineAsync(cancellation) is { } line ? JsonSerializer.Deserialize<T>(line) : default;
    }
}
