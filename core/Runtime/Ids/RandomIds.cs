using System.Security.Cryptography;
using ChatChannels.Services;

namespace ChatChannels.Runtime.Ids;

/// <summary>Ids and digits from the system's cryptographic source.</summary>
public sealed class RandomIds : IIdSource
{
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes);
    }

    public string NextDigits(int count) => RandomNumberGenerator.GetString("0123456789", count);
}
