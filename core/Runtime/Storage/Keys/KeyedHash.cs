using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>HMAC-SHA-256 under one key, kept set up: every hop hashes short texts, and setting up costs as much again as hashing one.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "kept for the next text")]
internal sealed class KeyedHash(byte[] key)
{
    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    /// <summary>Octets of a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    public byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var result = new byte[Size];
        Of(bytes, result);
        return result;
    }

    public void Of(ReadOnlySpan<byte> bytes, Span<byte> result)
    {
        var hash = _idle.TryTake(out var idle) ? idle : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(bytes);
        hash.GetHashAndReset(result);
        _idle.Add(hash);
    }
}
