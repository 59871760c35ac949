using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>The signature of a notification: <c>X-Hub-Signature-256: sha256=</c> and the HMAC of the body's very bytes in hexadecimal.</summary>
internal sealed class Signature(string appSecret)
{
    public const string Header = "X-Hub-Signature-256";

    private const string Scheme = "sha256=";
    private readonly byte[] _key = Encoding.UTF8.GetBytes(appSecret);

    /// <summary>What a header holds, or null for what is no signature.</summary>
    public static byte[]? Read(string? header)
    {
        if (header is null || header.Length != Scheme.Length + (SHA256.HashSizeInBytes * 2) || !header.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var hash = new byte[SHA256.HashSizeInBytes];
        return Convert.FromHexString(header.AsSpan(Scheme.Length), hash, out _, out _) is System.Buffers.OperationStatus.Done ? hash : null;
    }

    /// <summary>Whether a body was signed so, in a time that tells nothing.</summary>
    public bool Holds(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, body), signature);
}
