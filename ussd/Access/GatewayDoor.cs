using System.Net;
using ChatChannels.Ussd.AfricasTalking;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Ussd.Access;

/// <summary>The way of a callback from the wire to its handler: let in, read, handled.</summary>
internal sealed class GatewayDoor(GatewayGuard guard)
{
    /// <summary>The endpoint of a handler. Plain, since it is on the way of every hop: the framework's filters and bound parameters cost a third of it.</summary>
    /// <param name="handle">Given the form and where it came from.</param>
    public RequestDelegate To(Func<FormFields, IPAddress?, Task<IResult>> handle) => async http =>
    {
        var result = guard.Refuse(http) ?? await Handle(http, handle);
        await result.ExecuteAsync(http);
    };

    /// <summary>Reads the form; one that is none or broken is a 400, one too large a 413.</summary>
    private static async ValueTask<IResult> Handle(HttpContext http, Func<FormFields, IPAddress?, Task<IResult>> handle)
    {
        if (!UrlEncodedBody.IsIn(http.Request))
            return Refusal.Of("The body must be application/x-www-form-urlencoded in UTF-8.");
        byte[]? body;
        try
        {
            body = await UrlEncodedBody.Read(http.Request);
        }
        catch (IOException broken) // cut short, too slow, or chunks that are none: nothing of ours has failed
        {
            return Refusal.Of("The body cannot be read.", (broken as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }

        if (body is null)
            return Refusal.Of("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        return UrlEncodedBody.Decode(body) is { } form
            ? await handle(form, http.Connection.RemoteIpAddress)
            : Refusal.Of("The form cannot be read: it is not UTF-8, or has too many fields.");
    }
}
