using ChatChannels.Bot.Chat;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Bot;

/// <summary>The two doors of the chat channels.</summary>
public static class BotDoors
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<ChatTurns>();
        return services;
    }

    public static IEndpointRouteBuilder MapBot(this IEndpointRouteBuilder routes) => routes;
}
