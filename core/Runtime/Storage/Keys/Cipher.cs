using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). Sealed bytes: format 1, nonce, tag, ciphertext.</summary>
internal static class Cipher
{
    private const byte Format = 1;
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = 1 + Nonce + Tag;

    /// <summary>Seals bytes for one place.</summary>
    /// <param name="place">Table, row and column: bytes moved elsewhere do not open.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string place)
    {
        var bytes = new byte[Head + plain.Length];
        bytes[0] = Format;
        var nonce = bytes.AsSpan(1, Nonce);
        NoncePool.Fill(nonce);
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(nonce, plain, bytes.AsSpan(Head), bytes.AsSpan(1 + Nonce, Tag), Encoding.UTF8.GetBytes(place));
        return bytes;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <returns>Null where the bytes were not sealed by this key for this place.</returns>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> bytes, string place)
    {
        if (bytes.Length < Head || bytes[0] is not Format)
            return null;
        var plain = new byte[bytes.Length - Head];
        using var aes = new AesGcm(key, Tag);
        try
        {
            aes.Decrypt(bytes[1..(1 + Nonce)], bytes[Head..], bytes[(1 + Nonce)..Head], plain, Encoding.UTF8.GetBytes(place));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
