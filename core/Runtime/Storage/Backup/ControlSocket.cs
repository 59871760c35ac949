using System.Net.Sockets;
using System.Text.Json;

namespace ChatChannels.Runtime.Storage.Backup;

/// <summary>
/// How a command reaches the running service of a SQLite file: a Unix socket beside the file, open to the file's owner
/// alone. It carries lines of JSON: one <see cref="Request"/>, and behind it <see cref="Reply"/> after reply, the last with a result.
/// </summary>
internal static class ControlSocket
{
    /// <summary>The longest path of a Unix socket that every system takes.</summary>
    public const int MaxPath = 103;

    /// <summary>What a command asks.</summary>
    /// <param name="Command">The name of an <see cref="IControlCommand"/>.</param>
    /// <param name="File">The full path of the file that it is about; empty where it is about none.</param>
    internal sealed record Request(string Command, string File)
    {
        /// <summary>Replace what is there.</summary>
        public bool Force { get; init; }

        /// <summary>The fund that it is about, if any.</summary>
        public string Fund { get; init; } = "";

        /// <summary>What the file holds, if that may be one of several things.</summary>
        public string Kind { get; init; } = "";

        /// <summary>The reference of what is to be closed, and who closes it, and why.</summary>
        public string Reference { get; init; } = "";

        public string By { get; init; } = "";

        public string Why { get; init; } = "";
    }

    /// <summary>How far it is, or the result; never both.</summary>
    internal sealed record Reply(string? Progress, JsonElement? Result);

    public static string PathOf(string database) => $"{Path.GetFullPath(database)}.control";

    public static bool IsThere(string database) => File.Exists(PathOf(database));

    /// <summary>Hands a request to the service and waits for its result.</summary>
    /// <exception cref="StorageRefusedException">The service does not answer.</exception>
    public static async Task<T> Ask<T>(string database, Request request, Action<string> tell, CancellationToken cancellation)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathOf(database)), cancellation);
            await using var stream = new NetworkStream(socket);
            await WriteLine(stream, request, cancellation);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(cancellation) is { } line && JsonSerializer.Deserialize<Reply>(line) is { } reply)
            {
                if (reply.Result is { } result)
                    return result.Deserialize<T>()!;
                tell(reply.Progress ?? "");
            }

            throw new StorageRefusedException($"The service closed without an answer; whether the {request.Command} was done is unknown. Look into its log.");
        }
        catch (Exception gone) when (gone is SocketException or IOException)
        {
            throw new StorageRefusedException($"A process has the database but does not answer. Stop it, then {request.Command} again.", gone);
        }
    }

    public static async Task WriteLine<T>(Stream stream, T value, CancellationToken cancellation) =>
        await stream.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(value), (byte)'\n'], cancellation);
}
