using System.Net;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Turns;
using ChatChannels.Ussd.Access;
using ChatChannels.Ussd.AfricasTalking;
using ChatChannels.Ussd.Screens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd;

/// <summary>The two doors of the phone network's adapter.</summary>
public static class UssdDoors
{
    public static IServiceCollection AddUssd(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<IValidateOptions<UssdOptions>, UssdOptionsCheck>();
        services.AddOptionsWithValidateOnStart<UssdOptions>().Bind(section);
        services.AddSingleton<IScreens>(provider => ScreensOf(provider.GetRequiredService<IOptions<UssdOptions>>().Value.AfricasTalking));
        services.AddSingleton<GatewayLimits>().AddSingleton<Callback>();
        return services;
    }

    public static IEndpointRouteBuilder MapUssd(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<UssdOptions>>().Value.AfricasTalking;
        var limits = routes.ServiceProvider.GetRequiredService<GatewayLimits>();
        var path = options.SecretPath is null ? "/africastalking" : "/africastalking/{secret}";
        var gateway = routes.MapGroup(path).AddEndpointFilter(new GatewayGuard(options, limits).Check).DisableAntiforgery();
        gateway.MapPost("/", (HttpContext http, Callback callback) => WithForm(http, callback.Hop));
        gateway.MapPost("/events", (HttpContext http, Callback callback) => WithForm(http, callback.Ended));
        return routes;
    }

    private static UssdScreens ScreensOf(AfricasTalkingOptions options) => new(new TextLimits(options.Septets, options.Units));

    /// <summary>Reads the form; one that is none or broken is a 400, one too large a 413.</summary>
    private static async Task<IResult> WithForm(HttpContext http, Func<IFormCollection, IPAddress?, Task<IResult>> handle)
    {
        if (!UrlEncodedBody.IsIn(http.Request))
            return Refusal.Of("The body must be application/x-www-form-urlencoded in UTF-8.");
        byte[]? body;
        try
        {
            body = await UrlEncodedBody.Read(http.Request, http.RequestAborted);
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
