using System.Buffers.Binary;

namespace ChatChannels.Runtime.Documents;

/// <summary>Writes a PNG anew from the chunks that its picture is made of (PNG 5.3): texts, times, places and whatever else was added are gone.</summary>
internal static class Png
{
    private const int SignatureLength = 8;

    /// <summary>A chunk's length, type and check.</summary>
    private const int Around = 12;

    /// <summary>The picture alone; null where the content is no whole PNG.</summary>
    public static byte[]? Rewrite(ReadOnlySpan<byte> content)
    {
        using var written = new MemoryStream(content.Length);
        written.Write(content[..SignatureLength]);
        var rest = content[SignatureLength..];
        while (rest.Length >= Around && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length <= (uint)(rest.Length - Around))
        {
            var chunk = rest[..((int)length + Around)];
            var type = chunk.Slice(4, 4);
            if (IsOfThePicture(type))
                written.Write(chunk);
            if (type.SequenceEqual("IEND"u8))
                return written.ToArray();
            rest = rest[chunk.Length..];
        }

        return null;
    }

    private static bool IsOfThePicture(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("sRGB"u8);
}
