using System.Buffers.Binary;

namespace ChatChannels.Runtime.Documents;

/// <summary>Writes a JPEG anew (ITU-T T.81) from what its picture is made of, and which way up it is: whatever else a camera or an editor added is gone.</summary>
internal static class Jpeg
{
    private const byte Mark = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Exif = 0xE1;

    /// <summary>Adobe's word on how the colours are coded, without which some pictures come out in wrong ones.</summary>
    private const byte Adobe = 0xEE;
    private const int AdobeLength = 12;

    /// <summary>The picture alone; null where the content is no whole JPEG.</summary>
    public static byte[]? Rewrite(ReadOnlySpan<byte> content)
    {
        using var written = new MemoryStream(content.Length);
        written.Write([Mark, StartOfImage]);
        var at = 2;
        while (Next(content, ref at) is { } marker)
        {
            if (marker is EndOfImage)
            {
                written.Write([Mark, EndOfImage]);
                return written.ToArray();
            }

            if (at + 2 > content.Length || BinaryPrimitives.ReadUInt16BigEndian(content[at..]) is var length && (length < 2 || at + length > content.Length))
                return null;
            Write(written, marker, content.Slice(at + 2, length - 2));
            at += length;
            if (marker is StartOfScan)
                at += Copy(written, content[at..]);
        }

        return null;
    }

    /// <summary>The marker at a place, which moves behind it; null where there is none.</summary>
    private static byte? Next(ReadOnlySpan<byte> content, ref int at)
    {
        if (at + 2 > content.Length || content[at] != Mark)
            return null;
        while (at < content.Length && content[at] == Mark)
            at++;
        return at < content.Length ? content[at++] : null;
    }

    private static void Write(MemoryStream written, byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker is Exif)
            segment = Orientation.Alone(segment);
        else if (marker is Adobe)
            segment = segment.Length >= AdobeLength && segment.StartsWith("Adobe"u8) ? segment[..AdobeLength] : [];
        if (segment.IsEmpty || !IsOfThePicture(marker))
            return;
        Span<byte> head = [Mark, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        written.Write(head);
        written.Write(segment);
    }

    /// <summary>Tables, frames and scans; of what applications add, the colours and which way up it is. No comments.</summary>
    private static bool IsOfThePicture(byte marker) => marker is (>= 0xC0 and <= 0xDF) or Exif or Adobe;

    /// <summary>Copies what is coded, up to the next marker; gives its length.</summary>
    private static int Copy(MemoryStream written, ReadOnlySpan<byte> coded)
    {
        var length = 0;
        while (length < coded.Length)
        {
            var mark = coded[length..].IndexOf(Mark);
            length = mark < 0 || length + mark + 1 >= coded.Length ? coded.Length : length + mark;
            if (length == coded.Length || !IsCoded(coded[length + 1]))
                break;
            length += 2;
        }

        written.Write(coded[..length]);
        return length;
    }

    /// <summary>A stuffed octet, or a restart.</summary>
    private static bool IsCoded(byte behind) => behind is 0 or (>= 0xD0 and <= 0xD7);
}
