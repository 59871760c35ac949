using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ChatChannels.Hostility;

/// <summary>Sends requests byte for byte over one connection at a time, as no HTTP client would.</summary>
internal sealed class RawGateway(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TcpClient? _client;
    private ReplyReader? _reader;

    /// <summary>Sends one request and reads what comes back. What is told of a body that never comes is told in time by closing our side.</summary>
    public async Task<Caught> Send(HostileCallback callback)
    {
        using var patience = new CancellationTokenSource(Patience);
        var bytes = callback.Raw ?? Write(callback);
        var watch = Stopwatch.StartNew();
        for (var again = _client is not null; ; again = false)
        {
            try
            {
                var stream = await Connect(patience.Token);
                await stream.WriteAsync(bytes, patience.Token);
                if (IsCutShort(callback))
                    _client!.Client.Shutdown(SocketShutdown.Send);
                var caught = await _reader!.Read(callback.Method is "HEAD", patience.Token);
                if (_reader.Closes || callback.Raw is not null || callback.Length != -1)
                    Disconnect();
                return caught with { Took = watch.Elapsed };
            }
            catch (Exception broken) when (broken is IOException or SocketException)
            {
                Disconnect();
                if (!again) // a connection kept alive may have been closed meanwhile
                    return new Caught(0, null, [], watch.Elapsed);
            }
        }
    }

    public void Dispose() => Disconnect();

    private static bool IsCutShort(HostileCallback callback) => callback.Raw is not null || callback.Length > callback.Body.Length;

    private static byte[] Write(HostileCallback callback)
    {
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{callback.Method} {callback.Target} HTTP/1.1\r\nHost: localhost\r\n"));
        if (callback.ContentType is { } type)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
        if (callback.Credentials is { } credentials)
            head.Append(CultureInfo.InvariantCulture, $"Authorization: Basic {credentials}\r\n");
        head.Append(callback.Headers);
        head.Append(callback.Length is { } length
            ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {(length < 0 ? callback.Body.Length : length)}\r\n\r\n")
            : "Transfer-Encoding: chunked\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. callback.Length is null ? Chunked(callback.Body) : callback.Body];
    }

    private static byte[] Chunked(byte[] body)
    {
        const int most = 100;
        var chunks = body.Chunk(most).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, 13, 10]);
        return [.. chunks, .. "0\r\n\r\n"u8];
    }

    private async Task<NetworkStream> Connect(CancellationToken cancellation)
    {
        if (_client is null)
        {
            _client = new TcpClient { NoDelay = true };
            await _client.ConnectAsync(address.Host, address.Port, cancellation);
            _reader = new ReplyReader(_client.GetStream());
        }

        return _client.GetStream();
    }

    private void Disconnect()
    {
        _client?.Dispose();
        _client = null;
    }
}
