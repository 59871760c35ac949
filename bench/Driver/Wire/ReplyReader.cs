using System.Buffers.Text;
using System.Text;

namespace ChatChannels.Driver.Wire;

/// <summary>Reads HTTP/1.1 replies (RFC 9112) in place: of a known length, or chunked.</summary>
internal static class ReplyReader
{
    /// <summary>Length of <c>HTTP/1.1 200</c>.</summary>
    private const int StatusEnd = 12;

    /// <summary>Reads the reply that the buffer begins with; false while some of it is still to come.</summary>
    /// <exception cref="FormatException">It is no HTTP/1.1 reply.</exception>
    public static bool TryRead(Span<byte> received, out Reply reply)
    {
        reply = default;
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        if (!received.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(received[9..StatusEnd], out int status, out _))
            throw new FormatException("This is no HTTP/1.1 reply.");
        var head = ReadHead(received[..end]);
        var body = received[(end + 4)..];
        var length = head.Length;
        var taken = length;
        if (head.IsChunked && !Chunks.TryJoin(body, out length, out taken))
            return false;
        if (body.Length < taken)
            return false;
        reply = new Reply
        {
            Status = status,
            ContentType = head.ContentType,
            Body = body[..length],
            Closes = head.Closes,
            Length = end + 4 + taken,
        };
        return true;
    }

    private static Head ReadHead(ReadOnlySpan<byte> lines)
    {
        var head = default(Head);
        for (var next = lines.IndexOf("\r\n"u8); next >= 0; next = lines.IndexOf("\r\n"u8))
        {
            lines = lines[(next + 2)..];
            var end = lines.IndexOf("\r\n"u8);
            var line = end < 0 ? lines : lines[..end];
            var colon = line.IndexOf((byte)':');
            if (colon > 0)
                head.Read(line[..colon], line[(colon + 1)..].Trim((byte)' '));
        }

        return head;
    }

    /// <summary>The headers that matter.</summary>
    private ref struct Head
    {
        public int Length { get; private set; }

        public bool IsChunked { get; private set; }

        public bool Closes { get; private set; }

        public ReadOnlySpan<byte> ContentType { get; private set; }

        /// <summary>Takes a header; names are told apart by their length first.</summary>
        public void Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            if (name.Length == 12 && Ascii.EqualsIgnoreCase(name, "content-type"u8))
                ContentType = value;
            else if (name.Length == 14 && Ascii.EqualsIgnoreCase(name, "content-length"u8))
                Length = Utf8Parser.TryParse(value, out int length, out _) ? length : throw new FormatException("The length is no number.");
            else if (name.Length == 17 && Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8))
                IsChunked = Ascii.EqualsIgnoreCase(value, "chunked"u8);
            else if (name.Length == 10 && Ascii.EqualsIgnoreCase(name, "connection"u8))
                Closes = Ascii.EqualsIgnoreCase(value, "close"u8);
        }
    }
}
