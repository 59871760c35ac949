using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Runtime.Web;

/// <summary>What a request shows of who sent it.</summary>
public static class Credential
{
    private static readonly LocalAccess Usual = new(isGiven: true, []);

    /// <summary>What stands behind the scheme (<c>Bearer</c>, <c>Basic</c>), whose case is free (RFC 9110, 11.1); null where nothing does.</summary>
    public static string? Of(HttpRequest request, string scheme) =>
        request.Headers.Authorization.ToString().Split(' ', 2, StringSplitOptions.TrimEntries) is [var named, { Length: > 0 } credential]
        && named.Equals(scheme, StringComparison.OrdinalIgnoreCase)
            ? credential
            : null;

    /// <summary>Whether it was sent on this machine, and that suffices: see <see cref="LocalAccess"/>.</summary>
    public static bool IsOfThisMachine(HttpContext http) => (http.RequestServices.GetService<LocalAccess>() ?? Usual).IsOpenTo(http);
}
