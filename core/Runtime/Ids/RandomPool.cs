using System.Security.Cryptography;

namespace ChatChannels.Runtime.Ids;

/// <summary>
/// Random bytes of the system's cryptographic source, drawn by the page: a call for each nonce costs as much as sealing with
/// it. What was given out is wiped.
/// </summary>
internal static class RandomPool
{
    private const int Size = 3072;

    [ThreadStatic]
    private static byte[]? _bytes;

    [ThreadStatic]
    private static int _left;

    /// <summary>Fills at most <see cref="Size"/> bytes.</summary>
    public static void Fill(Span<byte> bytes)
    {
        _bytes ??= new byte[Size];
        if (_left < bytes.Length)
        {
            RandomNumberGenerator.Fill(_bytes);
            _left = Size;
        }

        var given = _bytes.AsSpan(_left - bytes.Length, bytes.Length);
        given.CopyTo(bytes);
        given.Clear();
        _left -= bytes.Length;
    }
}
