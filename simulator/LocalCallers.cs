using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Simulator;

/// <summary>Hides the simulator from every caller but a browser on the same machine.</summary>
internal static class LocalCallers
{
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => IsLocal(context.HttpContext) ? await next(context) : TypedResults.NotFound();

    private static bool IsLocal(HttpContext http)
        => IsLoopback(http.Connection.RemoteIpAddress) && IsLocalName(http.Request.Host.Host) && !IsForwarded(http.Request);

    // An unknown address (a Unix socket, so a proxy) is not trusted either.
    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    // A foreign name that resolves to this machine is DNS rebinding: a web page elsewhere would read the messages.
    private static bool IsLocalName(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // Behind a proxy on this machine every stranger comes from loopback.
    private static bool IsForwarded(HttpRequest request)
        => request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded");
}
