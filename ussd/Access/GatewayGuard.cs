using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Ussd.Access;

/// <summary>
/// Lets a gateway in: by the secret in its path, by basic authentication, by its network; each that is set must hold.
/// With none set only this machine is served, and not what a proxy on it passes on. Who is sent away too often is only told
/// to slow down; that never shuts out the gateway itself, which may share its address with a proxy.
/// </summary>
internal sealed class GatewayGuard(AfricasTalkingOptions options, GatewayLimits limits)
{
    private readonly byte[] _secret = Hash(options.SecretPath ?? "");
    private readonly byte[] _credentials = Hash(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
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

    private bool SecretHolds(HttpContext http) => options.SecretPath is null || Same(http.Request.RouteValues["secret"] as string ?? "", _secret);

    private bool BasicHolds(HttpContext http) =>
        options.User is null || Same(Credentials(http.Request.Headers.Authorization.ToString()), _credentials);

    private bool NetworkHolds(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
        if (_networks.Length > 0)
            return remote is not null && _networks.Any(network => network.Contains(remote));
        return options.SecretPath is not null || options.User is not null
            || (remote is not null && IPAddress.IsLoopback(remote) && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded"));
    }

    /// <summary>What stands behind the scheme, whose case is free (RFC 7617).</summary>
    private static string Credentials(string header) =>
        header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? header["Basic ".Length..].Trim() : "";

    /// <summary>By their hashes, which have one length: the time taken tells nothing of what was expected.</summary>
    private static bool Same(string given, byte[] expected) => CryptographicOperations.FixedTimeEquals(Hash(given), expected);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
