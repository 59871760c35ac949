using ChatChannels.Bot.WhatsApp.Media;
using ChatChannels.Bot.WhatsApp.Receiving;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp;

/// <summary>WhatsApp's part of the doors.</summary>
internal static class WhatsAppRegistration
{
    public static IServiceCollection AddWhatsApp(this IServiceCollection services)
    {
        services.AddHttpClient(GraphCalls.Client)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(GraphCalls.Handler)
            .RemoveAllLoggers();
        return services
            .AddSingleton<Numbers>()
            .AddSingleton<ScreenWriter>()
            .AddSingleton<Relocation>()
            .AddSingleton<WebhookGuard>()
            .AddSingleton<Intake>()
            .AddSingleton<Reports>()
            .AddSingleton<Webhook>()
            .AddSingleton<GraphCalls>()
            .AddSingleton<NoticeWriter>()
            .AddSingleton<IMediaSource, GraphMedia>()
            .AddSingleton<ISender, GraphSender>()
            .AddSingleton<IOutreach, GraphOutreach>();
    }

    /// <summary>Without an app secret nothing could be believed: there is no webhook.</summary>
    public static void MapWhatsApp(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<BotOptions>>().Value.WhatsApp.AppSecret is null)
            return;
        var webhook = routes.ServiceProvider.GetRequiredService<Webhook>();
        var path = routes.MapGroup("/whatsapp/webhook").DisableAntiforgery();
        path.MapGet("/", (HttpRequest request) => webhook.Verify(request));
        path.MapPost("/", (HttpRequest request, CancellationToken cancellation) => webhook.Take(request, cancellation));
    }
}
