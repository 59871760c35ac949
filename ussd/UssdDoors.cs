using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Turns;
using ChatChannels.Ussd.Access;
using ChatChannels.Ussd.AfricasTalking;
using ChatChannels.Ussd.Screens;
using Microsoft.AspNetCore.Builder;
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
        var callback = routes.ServiceProvider.GetRequiredService<Callback>();
        var door = new GatewayDoor(new GatewayGuard(options, limits));
        var gateway = routes.MapGroup(path).DisableAntiforgery();
        gateway.MapPost("/", door.To(callback.Hop));
        gateway.MapPost("/events", door.To(callback.Ended));
        return routes;
    }

    private static UssdScreens ScreensOf(AfricasTalkingOptions options) => new(new TextLimits(options.Septets, options.Units));
}
