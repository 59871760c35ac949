using System.Text;
using ChatChannels.Pages.Views;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages;

/// <summary>A page as it is sent: nothing foreign in it, kept by nobody, found by no search engine.</summary>
internal sealed class PageResult(Visit visit, Page page) : IResult
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = page.Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.Vary = "Accept-Language";
        var body = Encoding.UTF8.GetBytes(Frame.Around(page, visit).Markup);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
