using System.Security.Cryptography;
using System.Text;
using ChatChannels.Runtime.Ids;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). Sealed bytes: format 1, nonce, tag, ciphertext.</summary>
/// <remarks>Not for two threads at once.</remarks>
internal sealed class Cipher(byte[] key) : IDisposable
{
    private const byte Format = 1;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = 1 + Nonce + Tag;

    /// <summary>Octets that a place seldom has more of.</summary>
    private const int Room = 256;

    private readonly AesGcm _aes = new(key, Tag);

    /// <summary>Seals bytes for one place.</summary>
    /// <param name="place">Table, row and column: bytes moved elsewhere do not open.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var bytes = new byte[Head + plain.Length];
        bytes[0] = Format;
        var nonce = bytes.AsSpan(1, Nonce);
        RandomPool.Fill(nonce);
        Span<byte> room = stackalloc byte[Room];
        _aes.Encrypt(nonce, plain, bytes.AsSpan(Head), bytes.AsSpan(1 + Nonce, Tag), Write(place, room));
        return bytes;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <returns>Null where the bytes were not sealed by this key for this place.</returns>
    public byte[]? Open(ReadOnlySpan<byte> bytes, string place)
    {
        if (bytes.Length < Head || bytes[0] is not Format)
            return null;
        var plain = new byte[bytes.Length - Head];
        Span<byte> room = stackalloc byte[Room];
        try
        {
            _aes.Decrypt(bytes[1..(1 + Nonce)], bytes[Head..], bytes[(1 + Nonce)..Head], plain, Write(place, room));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _aes.Dispose();

    private static ReadOnlySpan<byte> Write(string place, Span<byte> room) =>
        Encoding.UTF8.TryGetBytes(place, room, out var length) ? room[..length] : Encoding.UTF8.GetBytes(place);
}
