using System.Collections.Immutable;
using System.Net;
using System.Text;
using ChatChannels.Runtime.Web;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Ussd.Access;

/// <summary>
/// Lets a gateway in: by the secret in its path, by basic authentication, by its network; each that is set must hold.
/// With none set only this machine is served, and not what a proxy on it passes on. Who is sent away too often is only told
/// to slow down; that never shuts out the gateway itself, which may share its address with a proxy.
/// </summary>
internal sealed class GatewayGuard(AfricasTalkingOptions options, GatewayLimits limits)
{
    private readonly SharedSecret _secret = new(options.SecretPath ?? "");
    private readonly SharedSecret _credentials = new(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
    private readonly ImmutableArray<IPNetwork> _networks =
        [.. (options.AllowedNetworks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(network => IPNetwork.Parse(network))];

    /// <summary>What a request is sent away with, or null for one that is let in.</summary>
    public IResult? Refuse(HttpContext http) =>
        Refusal(http) is not { } refusal ? null
        : limits.AllowStranger(http.Connection.RemoteIpAddress) ? refusal
        : TooMany(http);

    private IResult? Refusal(HttpContext http)
    {
        if (!SecretHolds(http))
            return Results.NotFound();
        if (!NetworkHolds(http))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (BasicHolds(http))
            return null;
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"ussd\", charset=\"UTF-8\"";
        return Results.Unauthorized();
    }

    private static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "60";
        http.Response.Headers.WWWAuthenticate = default;
        return Results.Problem(statusCode: StatusCodes.Status429TooManyRequests);
    }

    private bool SecretHolds(HttpContext http) => options.SecretPath is null || _secret.Is(http.Request.RouteValues["secret"] as string ?? "");

    private bool BasicHolds(HttpContext http) =>
        options.User is null || _credentials.Is(Credential.Of(http.Request, "Basic") ?? "");

    private bool NetworkHolds(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
        if (_networks.Length > 0)
            return remote is not null && _networks.Any(network => network.Contains(remote));
        return options.SecretPath is not null || options.User is not null
            || Credential.IsOfThisMachine(http);
    }
}
