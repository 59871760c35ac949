using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Runtime.Web;

/// <summary>
/// Whether programs and browsers on this machine are served without having to prove who they are. No header makes anybody one of
/// them, and no request that came by a proxy is one.
/// </summary>
/// <param name="isGiven">False where nobody is, as in production: a proxy on this machine that adds no header cannot be told from it.</param>
/// <param name="proxies">The trusted proxies; whoever calls from there is none of them either.</param>
public sealed class LocalAccess(bool isGiven, IReadOnlyList<IPNetwork> proxies)
{
    /// <summary>What proxies add, and what is left of it once it was read.</summary>
    private static readonly string[] Traces = ["X-Forwarded-For", "Forwarded", "X-Original-For", "X-Real-IP", "Via"];

    /// <summary>Whether a request was sent on this machine, directly, and that suffices.</summary>
    public bool IsOpenTo(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return isGiven && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !Array.Exists(Traces, http.Request.Headers.ContainsKey) && !IsProxy(remote);
    }

    private bool IsProxy(IPAddress remote)
    {
        var plain = remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
        return proxies.Any(network => network.Contains(plain));
    }
}
