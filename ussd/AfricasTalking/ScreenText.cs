using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>A screen on the wire: plain text in UTF-8.</summary>
internal sealed class ScreenText(string screen) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = Encoding.UTF8.GetByteCount(screen);
        Encoding.UTF8.GetBytes(screen, response.BodyWriter);
        return response.BodyWriter.FlushAsync(CancellationToken.None).AsTask();
    }
}
