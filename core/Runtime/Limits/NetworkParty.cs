using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ChatChannels.Runtime.Limits;

/// <summary>Whom a network address stands for when requests are counted.</summary>
public static class NetworkParty
{
    private const int LongestAddress = 16;

    /// <summary>The IPv4 address, or the first 64 bits of an IPv6 address: behind those, one customer has all (RFC 6177). Unknown ones are one party.</summary>
    public static ulong Of(IPAddress? address)
    {
        Span<byte> octets = stackalloc byte[LongestAddress];
        if (address is null || !address.TryWriteBytes(octets, out _))
            return 0;
        return address.AddressFamily is AddressFamily.InterNetwork ? BinaryPrimitives.ReadUInt32BigEndian(octets)
            : address.IsIPv4MappedToIPv6 ? BinaryPrimitives.ReadUInt32BigEndian(octets[12..])
            : BinaryPrimitives.ReadUInt64BigEndian(octets);
    }
}
