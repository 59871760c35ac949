using System.Buffers.Binary;
using ChatChannels.Runtime.Ids;

namespace ChatChannels.Runtime.Storage.Files;

/// <summary>What a row keeps in place of a content that is kept in parts. Secret: who has it can open the parts.</summary>
/// <param name="Content">Which parts they are.</param>
/// <param name="Key">What the parts are sealed with.</param>
/// <param name="Length">Octets of all parts together.</param>
internal sealed record FileReference(string Content, byte[] Key, int Length)
{
    private const int KeyLength = 32;
    private const int IdLength = 16;

    /// <summary>No kind of file that is taken begins with a zero.</summary>
    private static ReadOnlySpan<byte> Mark => "\0parts1\0"u8;

    public static FileReference New(int length)
    {
        var (id, key) = (new byte[IdLength], new byte[KeyLength]);
        RandomPool.Fill(id);
        RandomPool.Fill(key);
        return new FileReference(Convert.ToHexStringLower(id), key, length);
    }

    /// <summary>The reference that a row keeps; null where it keeps the content itself.</summary>
    public static FileReference? Of(ReadOnlySpan<byte> kept)
    {
        if (kept.Length != Mark.Length + IdLength + KeyLength + sizeof(int) || !kept.StartsWith(Mark))
            return null;
        var rest = kept[Mark.Length..];
        return new FileReference(
            Convert.ToHexStringLower(rest[..IdLength]),
            rest.Slice(IdLength, KeyLength).ToArray(),
            BinaryPrimitives.ReadInt32BigEndian(rest[(IdLength + KeyLength)..]));
    }

    public byte[] Write()
    {
        var bytes = new byte[Mark.Length + IdLength + KeyLength + sizeof(int)];
        Mark.CopyTo(bytes);
        Convert.FromHexString(Content).CopyTo(bytes, Mark.Length);
        Key.CopyTo(bytes, Mark.Length + IdLength);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(Mark.Length + IdLength + KeyLength), Length);
        return bytes;
    }

    public override string ToString() => $"FileReference {{ {Content} {Length} }}";
}
