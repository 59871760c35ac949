using System.Security.Cryptography;
using System.Text;
using ChatChannels.Conversation;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>The key that wraps all others and is never in the database. Each use has a sub-key of its own (HKDF, RFC 5869).</summary>
internal sealed class MasterKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 32;

    /// <summary>Bytes of a blind index: short enough to be cheap, long enough that two values do not meet.</summary>
    public const int BlindSize = 16;

    /// <summary>Octets of a text that are hashed from the stack; nearly every one is shorter.</summary>
    private const int Room = 1024;

    private readonly byte[] _wrap;
    private readonly KeyedHash _blind;
    private readonly KeyedHash _pseudonym;
    private readonly KeyedHash _audit;
    private readonly KeyedHash _secret;

    public MasterKey(byte[] secret)
    {
        _wrap = Derive(secret, "wrap");
        _blind = new(Derive(secret, "blind-index"));
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
    public byte[] Blind(string column, string value) => Short(_blind, column, value);

    public byte[] Pseudonym(FundId fund, string person) => Short(_pseudonym, fund.Value, person);

    /// <summary>What a secret code is recognised by; whole, since it is guarded by nothing else.</summary>
    public byte[] Secret(string subject, string secret) => _secret.Of(Encoding.UTF8.GetBytes($"{subject}\n{secret}"));

    /// <summary>The keyed hash of the audit chain; who has the database but not the key cannot rebuild it.</summary>
    public byte[] Chain(ReadOnlySpan<byte> bytes) => _audit.Of(bytes);

    /// <summary>The start of the hash over two texts, a line each.</summary>
    private static byte[] Short(KeyedHash key, string first, string second)
    {
        var size = Encoding.UTF8.GetMaxByteCount(first.Length + 1 + second.Length);
        var text = size <= Room ? stackalloc byte[Room] : new byte[size];
        var length = Encoding.UTF8.GetBytes(first, text);
        text[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(second, text[length..]);
        Span<byte> hash = stackalloc byte[KeyedHash.Size];
        key.Of(text[..length], hash);
        return hash[..BlindSize].ToArray();
    }

    private static byte[] Derive(byte[] secret, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Size, info: Encoding.UTF8.GetBytes($"chatchannels {use}"));
}
