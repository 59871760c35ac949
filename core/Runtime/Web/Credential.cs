using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Runtime.Web;

/// <summary>What a request shows of who sent it.</summary>
public static class Credential
{
    /// <summary>What stands behind the scheme (<c>Bearer</c>, <c>Basic</c>), whose case is free (RFC 9110, 11.1); null where nothing does.</summary>
    public static string? Of(HttpRequest request, string scheme) =>
        request.Headers.Authorization.ToString().Split(' ', 2, StringSplitOptions.TrimEntries) is [var named, { Length: > 0 } credential]
        && named.Equals(scheme, StringComparison.OrdinalIgnoreCase)
            ? credential
            : null;

    /// <summary>Whether it was sent on this machine, and not passed on by a proxy that stands here.</summary>
    public static bool IsOfThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
