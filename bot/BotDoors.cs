using ChatChannels.Bot.Chat;
using ChatChannels.Bot.Connector;
using ChatChannels.Bot.DirectLine;
using ChatChannels.Bot.WebChat;
using ChatChannels.Bot.WhatsApp;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot;

/// <summary>The two doors of the chat channels.</summary>
public static class BotDoors
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsCheck>();
        services.AddOptionsWithValidateOnStart<BotOptions>().Bind(section);
        return services.AddSingleton<ChatTurns>().AddDirectLine().AddWebChat().AddWhatsApp().AddConnector();
    }

    public static IEndpointRouteBuilder MapBot(this IEndpointRouteBuilder routes)
    {
        routes.MapDirectLine();
        routes.MapConnector();
        routes.MapWebChat();
        routes.MapWhatsApp();
        return routes;
    }
}
