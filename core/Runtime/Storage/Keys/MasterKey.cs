using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>The key that wraps all others and is never in the database. Each use has a sub-key of its own (HKDF, RFC 5869).</summary>
internal sealed class MasterKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 32;

    /// <summary>Bytes of a blind index: short enough to be cheap, long enough that two values do not meet.</summary>
    private const int BlindSize = 16;

    private readonly byte[] _wrap;
    private readonly KeyedHash _blind;
    private readonly KeyedHash _request;
    private readonly KeyedHash _pseudonym;
    private readonly KeyedHash _audit;
    private readonly KeyedHash _secret;

    public MasterKey(byte[] secret)
    {
        _wrap = Derive(secret, "wrap");
        _blind = new(Derive(secret, "blind-index"));
        _request = new(Derive(secret, "request-hash"));
        _pseudonym = new(Derive(secret, "audit-pseudonym"));
        _audit = new(Derive(secret, "audit-chain"));
        _secret = new(Derive(secret, "secret-hash"));
        Check = HMACSHA256.HashData(Derive(secret, "key-check"), "chatchannels"u8);
    }

    /// <summary>What the database keeps to recognise the key by; tells nothing of it.</summary>
    public byte[] Check { get; }

    public byte[] Wrap(string owner, byte[] key)
    {
        using var cipher = new Cipher(_wrap);
        return cipher.Seal(key, $"keys|{owner}|wrapped");
    }

    public byte[]? Unwrap(string owner, byte[] wrapped)
    {
        using var cipher = new Cipher(_wrap);
        return cipher.Open(wrapped, $"keys|{owner}|wrapped");
    }

    /// <summary>What a value is found by without being readable; the same value under another column gives another.</summary>
    public byte[] Blind(string column, string value) => Short(_blind, $"{column}\n{value}");

    /// <summary>What a repeated request of a session is told by.</summary>
    public byte[] Request(byte[] session, string request) => Short(_request, $"{Convert.ToHexString(session)}\n{request}");

    public byte[] Pseudonym(string person) => Short(_pseudonym, person);

    /// <summary>What a secret code is recognised by; whole, since it is guarded by nothing else.</summary>
    public byte[] Secret(string subject, string secret) => _secret.Of(Encoding.UTF8.GetBytes($"{subject}\n{secret}"));

    /// <summary>The keyed hash of the audit chain; who has the database but not the key cannot rebuild it.</summary>
    public byte[] Chain(ReadOnlySpan<byte> bytes) => _audit.Of(bytes);

    private static byte[] Short(KeyedHash key, string text) => key.Of(Encoding.UTF8.GetBytes(text))[..BlindSize];

    private static byte[] Derive(byte[] secret, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Size, info: Encoding.UTF8.GetBytes($"chatchannels {use}"));
}
