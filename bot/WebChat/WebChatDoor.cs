using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Bot.WebChat;

/// <summary>Takes the web-chat page in.</summary>
internal static class WebChatDoor
{
    public static IServiceCollection AddWebChat(this IServiceCollection services) => services.AddSingleton<ChatPasses>().AddSingleton<ChatPage>();

    public static void MapWebChat(this IEndpointRouteBuilder routes)
    {
        var chat = routes.MapGroup("/chat").ExcludeFromDescription().DisableAntiforgery();
        foreach (var file in ChatFiles.All)
            routes.MapGet(file.Route, file.Serve).ExcludeFromDescription();
        chat.MapGet("/{fund}", (HttpContext http, ChatPage page, string fund) => page.Show(http, fund));
        chat.MapGet("/{fund}/embed.js", (HttpContext http, ChatPage page, string fund) => page.ShowEmbed(http, fund));
        chat.MapGet("/{fund}/assets/{version}/{name}", (HttpContext http, ChatPage page, string fund) => page.ShowFace(http, fund));
        chat.MapPost("/{fund}/token", (HttpContext http, ChatPage page, string fund) => page.Renew(http, fund));
    }
}
