using System.Buffers.Binary;

namespace ChatChannels.Runtime.Documents;

/// <summary>Which way up a camera held a picture: the one thing of its Exif data (JEITA CP-3451) that who looks at it needs.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>Exif data that says only which way up; empty where the given says nothing of it, or that it is upright.</summary>
    public static byte[] Alone(ReadOnlySpan<byte> exif) => Of(exif) is > 1 and <= 8 and var way
        ? [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8, (byte)way, 0, 0, 0, 0, 0, 0]
        : [];

    private static int Of(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 16)
            return 0;
        var tiff = exif[6..];
        var isBig = tiff[0] is (byte)'M';
        var directory = Whole(tiff[4..], isBig);
        if (directory > (uint)tiff.Length - 2)
            return 0;
        var entries = tiff[(int)directory..];
        for (int i = 0, count = Half(entries, isBig); i < count && 2 + ((i + 1) * EntryLength) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * EntryLength), EntryLength);
            if (Half(entry, isBig) == Tag && Half(entry[2..], isBig) == Short)
                return Half(entry[8..], isBig);
        }

        return 0;
    }

    private static int Half(ReadOnlySpan<byte> at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static uint Whole(ReadOnlySpan<byte> at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
