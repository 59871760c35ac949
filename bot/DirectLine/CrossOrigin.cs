using Microsoft.AspNetCore.Http;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Lets pages of any site call: what opens anything is the token that they show, never a cookie.</summary>
internal static class CrossOrigin
{
    public static ValueTask<object?> Allow(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        headers.CacheControl = "no-store";
        headers.Vary = "Origin";
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin)
            return next(context);
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "Retry-After";
        if (request.Path.Value!.EndsWith("/getsessionid", StringComparison.Ordinal)) // the one call that browsers make with credentials
            headers.AccessControlAllowCredentials = "true";
        if (HttpMethods.IsOptions(request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            headers.AccessControlAllowHeaders = "Authorization, Content-Type, Content-Disposition, X-MS-Bot-Agent, X-Requested-With";
            headers.AccessControlMaxAge = "86400";
        }

        return next(context);
    }
}
