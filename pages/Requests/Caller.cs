using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Requests;

/// <summary>Who asks, as far as the network tells.</summary>
internal static class Caller
{
    private const int NetworkBytes = 8;

    /// <summary>The IPv4 address, or the first 64 bits of an IPv6 address: behind those, one customer has all (RFC 6177).</summary>
    public static string Of(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (remote.IsIPv4MappedToIPv6)
            remote = remote.MapToIPv4();
        return remote.AddressFamily is AddressFamily.InterNetworkV6
            ? $"{new IPAddress([.. remote.GetAddressBytes()[..NetworkBytes], .. new byte[NetworkBytes]])}/64"
            : remote.ToString();
    }
}
