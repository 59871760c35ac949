using ChatChannels.Ussd.Access;
using ChatChannels.Ussd.AfricasTalking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Ussd;

/// <summary>The two doors of the phone network's adapter.</summary>
public static class UssdDoors
{
    /// <summary>A callback is some hundred bytes; more is nobody's answer.</summary>
    private const int LargestBody = 16 * 1024;

    public static IServiceCollection AddUssd(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<IValidateOptions<UssdOptions>, UssdOptionsCheck>();
        services.AddOptionsWithValidateOnStart<UssdOptions>().Bind(section);
        services.AddSingleton<Callback>();
        return services;
    }

    public static IEndpointRouteBuilder MapUssd(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<UssdOptions>>().Value.AfricasTalking;
        var path = options.SecretPath is null ? "/africastalking" : "/africastalking/{secret}";
        var gateway = routes.MapGroup(path).AddEndpointFilter(new GatewayGuard(options).Check).DisableAntiforgery();
        gateway.MapPost("/", (HttpContext http, Callback callback) => WithForm(http, callback.Hop));
        gateway.MapPost("/events", (HttpContext http, Callback callback) => WithForm(http, callback.Ended));
        return routes;
    }

    /// <summary>Reads the form; one that is none, too large or broken is a 400.</summary>
    private static async Task<IResult> WithForm(HttpContext http, Func<IFormCollection, Task<IResult>> handle)
    {
        const string Title = "The gateway sent what its protocol does not allow.";
        if (!http.Request.HasFormContentType)
            return Results.Problem("The body must be application/x-www-form-urlencoded.", statusCode: StatusCodes.Status400BadRequest, title: Title);
        if (http.Request.ContentLength > LargestBody)
            return Results.Problem("The body is too large.", statusCode: StatusCodes.Status413PayloadTooLarge, title: Title);
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = LargestBody, KeyLengthLimit = 128, ValueCountLimit = 64 }, http.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return Results.Problem("The form cannot be read.", statusCode: StatusCodes.Status400BadRequest, title: Title);
        }

        return await handle(form);
    }
}
