using System.Net;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Simulator;

/// <summary>Hides the simulator from every caller but a browser on the same machine.</summary>
internal static class LocalCallers
{
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => IsLocal(context.HttpContext) ? await next(context) : TypedResults.NotFound();

    private static bool IsLocal(HttpContext http)
        => Credential.IsOfThisMachine(http) && IsLocalName(http.Request.Host.Host);

    // A foreign name that resolves to this machine is DNS rebinding: a web page elsewhere would read the messages.
    private static bool IsLocalName(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
