using System.Security.Cryptography;

namespace ChatChannels.Bot.WhatsApp.Media;

/// <summary>Judges a file by itself: neither its name nor what it is called is believed.</summary>
internal static class MediaCheck
{
    /// <summary>WhatsApp's own limit of images is half of it; documents it would take up to 100 MB of.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>The first bytes of each type: ITU-T T.81 B.1.1, the PNG specification 5.2, ISO 32000-1 7.5.2.</summary>
    private static readonly (MediaType Type, byte[] Start)[] Starts =
    [
        (MediaType.Jpeg, [0xFF, 0xD8, 0xFF]),
        (MediaType.Png, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        (MediaType.Pdf, [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-']),
    ];

    /// <summary>Whether a file may be taken.</summary>
    /// <param name="hash">What its SHA-256 was said to be, in hexadecimal or base64, as both are met; null where nothing was said.</param>
    public static Fetched Of(byte[] content, string? hash)
    {
        if (content.Length > Largest)
            return new Fetched.TooLarge();
        if (hash is not null && !IsHash(hash, SHA256.HashData(content)))
            return new Fetched.Altered();
        var known = Array.FindIndex(Starts, start => content.AsSpan().StartsWith(start.Start));
        return known < 0 ? new Fetched.OfAnotherType() : new Fetched.Whole(Starts[known].Type, content);
    }

    private static bool IsHash(string said, byte[] hash) =>
        string.Equals(said, Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase) || string.Equals(said, Convert.ToBase64String(hash), StringComparison.Ordinal);
}
