using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Bot.Connector;

/// <summary>The bot of the Bot Framework under <c>/api/messages</c>.</summary>
internal static class ConnectorDoor
{
    public static IServiceCollection AddConnector(this IServiceCollection services) => services
        .AddSingleton<ConnectorHttp>().AddSingleton<InboundTokens>().AddSingleton<MessagesAccess>().AddSingleton<AttachedFiles>()
        .AddSingleton<Correspondence>().AddSingleton<IOutreach>(provider => provider.GetRequiredService<Correspondence>())
        .AddSingleton<MessagesEndpoint>().AddSingleton<Credentials>().AddSingleton<ISender, ConnectorSender>();

    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        // Plain, as many messages come this way: the framework's filters and bound parameters cost a third of it.
        RequestDelegate receive = routes.ServiceProvider.GetRequiredService<MessagesEndpoint>().Receive;
        routes.MapPost("/api/messages", receive);
        routes.MapPost("/api/messages/{fund}", receive);
    }
}
