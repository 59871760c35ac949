using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>HMAC-SHA-256 under one key, kept set up: every hop hashes short texts, and setting up costs as much again as hashing one.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "kept for the next text")]
internal sealed class KeyedHash(byte[] key)
{
    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    public byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var hash = _idle.TryTake(out var idle) ? idle : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(bytes);
        var result = hash.GetHashAndReset();
        _idle.Add(hash);
        return result;
    }
}
