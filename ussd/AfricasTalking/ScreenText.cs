using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>A screen on the wire: plain text in UTF-8.</summary>
internal sealed class ScreenText(string screen) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var octets = Encoding.UTF8.GetBytes(screen);
        httpContext.Response.ContentType = "text/plain; charset=utf-8";
        httpContext.Response.ContentLength = octets.Length;
        return httpContext.Response.Body.WriteAsync(octets, CancellationToken.None).AsTask();
    }
}
