using System.Buffers.Text;

namespace ChatChannels.Driver.Wire;

/// <summary>A body that comes in chunks, without trailers.</summary>
internal static class Chunks
{
    /// <summary>Moves the chunks together at the start of the buffer, once all are there; until then nothing is moved.</summary>
    /// <param name="length">Octets of the joined body.</param>
    /// <param name="taken">Octets that it took on the wire.</param>
    public static bool TryJoin(Span<byte> body, out int length, out int taken)
    {
        length = taken = 0;
        if (!IsWhole(body))
            return false;
        while (true)
        {
            var size = Size(body[taken..], out var line);
            taken += line;
            body.Slice(taken, size).CopyTo(body[length..]);
            length += size;
            taken += size + 2;
            if (size == 0)
                return true;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> body)
    {
        while (true)
        {
            var size = Size(body, out var line);
            if (line == 0 || body.Length < line + size + 2)
                return false;
            if (size == 0)
                return true;
            body = body[(line + size + 2)..];
        }
    }

    /// <summary>The size that a line gives, and the line's length; 0 where the line is not whole yet.</summary>
    private static int Size(ReadOnlySpan<byte> body, out int line)
    {
        line = body.IndexOf("\r\n"u8) + 2;
        if (line == 1)
            return line = 0;
        return Utf8Parser.TryParse(body[..line], out int size, out _, 'x') && size >= 0
            ? size
            : throw new FormatException("The size of a chunk is no number.");
    }
}
