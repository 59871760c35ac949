using System.Security.Cryptography;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>Random bytes for nonces, which are no secrets, drawn from the system's source by the page: a call for each costs as much as sealing.</summary>
internal static class NoncePool
{
    private const int Size = 3072;

    [ThreadStatic]
    private static byte[]? _bytes;

    [ThreadStatic]
    private static int _left;

    public static void Fill(Span<byte> nonce)
    {
        _bytes ??= new byte[Size];
        if (_left < nonce.Length)
        {
            RandomNumberGenerator.Fill(_bytes);
            _left = Size;
        }

        _bytes.AsSpan(_left - nonce.Length, nonce.Length).CopyTo(nonce);
        _left -= nonce.Length;
    }
}
