using System.Globalization;
using System.Text;

namespace ChatChannels.Hostility;

/// <summary>Reads replies off a connection: head, and body by length or in chunks (RFC 9112).</summary>
internal sealed class ReplyReader(Stream stream)
{
    private readonly byte[] _room = new byte[16 * 1024];
    private int _from;
    private int _to;

    /// <summary>Whether the server closes behind the last reply.</summary>
    public bool Closes { get; private set; }

    /// <summary>The next reply.</summary>
    /// <exception cref="EndOfStreamException">The connection was closed before a whole reply.</exception>
    public async Task<Caught> Read(bool headOnly, CancellationToken cancellation)
    {
        var status = int.Parse((await Line(cancellation)).Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await Line(cancellation) is { Length: > 0 } line)
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        Closes = string.Equals(headers.GetValueOrDefault("Connection"), "close", StringComparison.OrdinalIgnoreCase);
        var body = headOnly ? []
            : headers.ContainsKey("Transfer-Encoding") ? await Chunks(cancellation)
            : await Exactly(int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture), cancellation);
        return new Caught(status, headers.GetValueOrDefault("Content-Type"), body, default);
    }

    private async Task<byte[]> Chunks(CancellationToken cancellation)
    {
        var body = new List<byte>();
        while (true)
        {
            var length = int.Parse(await Line(cancellation), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.AddRange(await Exactly(length, cancellation));
            await Line(cancellation);
            if (length == 0)
                return [.. body];
        }
    }

    private async Task<string> Line(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            var sign = (char)await Next(cancellation);
            if (sign is '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(sign);
        }
    }

    private async Task<byte[]> Exactly(int length, CancellationToken cancellation)
    {
        var body = new byte[length];
        for (var i = 0; i < length; i++)
            body[i] = await Next(cancellation);
        return body;
    }

    private async ValueTask<byte> Next(CancellationToken cancellation)
    {
        if (_from == _to)
        {
            _to = await stream.ReadAsync(_room, cancellation);
            _from = 0;
            if (_to == 0)
                throw new EndOfStreamException();
        }

        return _room[_from++];
    }
}
