using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChatChannels.Pages.Requests;

/// <summary>
/// Whether a form was sent by a page of ours. There is no cookie that a foreign page could ride on; this keeps such a page
/// from trying codes through its visitors' browsers.
/// </summary>
internal static class OwnForms
{
    // Pages without a referrer send the origin "null", as the Fetch standard says; only Sec-Fetch-Site tells them apart.
    private const string Hidden = "null";

    public static bool Allow(HttpRequest request, Uri publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin is "" or Hidden
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (Same(from.Authority, request.Host.Value) || Same(from.Authority, publicUrl.Authority)));
    }

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
