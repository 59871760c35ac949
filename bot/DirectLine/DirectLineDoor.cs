using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Bot.DirectLine;

/// <summary>Direct Line 3.0 under <c>/v3/directline</c>.</summary>
internal static class DirectLineDoor
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services) => services
        .AddSingleton<Tokens>().AddSingleton<Access>().AddSingleton<DirectLineLimits>().AddSingleton<ServerAddress>()
        .AddSingleton<Dialogues>().AddSingleton<IOutreach>(provider => provider.GetRequiredService<Dialogues>()).AddSingleton<Transcript>().AddSingleton<StreamBell>()
        .AddSingleton<ActivityIntake>().AddSingleton<StreamTickets>().AddSingleton<StreamSpeech>()
        .AddSingleton<TokenEndpoints>().AddSingleton<ConversationEndpoints>().AddSingleton<ActivityEndpoints>().AddSingleton<UploadEndpoints>().AddSingleton<StreamEndpoint>();

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var line = routes.MapGroup(ServerAddress.Path).ExcludeFromDescription().DisableAntiforgery().AddEndpointFilter(CrossOrigin.Allow);
        line.MapMethods("/{**path}", [HttpMethods.Options], () => Results.NoContent());
        line.MapPost("/tokens/generate", (HttpContext http, TokenEndpoints on) => on.Generate(http));
        line.MapPost("/tokens/refresh", (HttpContext http, TokenEndpoints on) => on.Refresh(http));
        line.MapGet("/session/getsessionid", (IIdSource ids) => Answer.Session(ids.NextId().ToString("N")));
        line.MapPost("/conversations", (HttpContext http, ConversationEndpoints on) => on.Start(http));
        var one = line.MapGroup("/conversations/{conversation}");
        one.MapGet("", (HttpContext http, ConversationEndpoints on, string conversation, string? watermark) => on.Reconnect(http, conversation, watermark));
        one.MapPost("/activities", (HttpContext http, ActivityEndpoints on, string conversation) => on.Post(http, conversation));
        one.MapGet("/activities", (HttpContext http, ActivityEndpoints on, string conversation, string? watermark) => on.Read(http, conversation, watermark));
        one.MapPost("/upload", (HttpContext http, UploadEndpoints on, string conversation, string? userId) => on.Receive(http, conversation, userId));
        one.MapGet("/attachments/{file:guid}", (HttpContext http, UploadEndpoints on, string conversation, Guid file, string? t) => on.Show(http, conversation, file, t));
        one.MapGet("/stream", (HttpContext http, StreamEndpoint on, string conversation, string? watermark, string? t) => on.Open(http, conversation, watermark, t));
        one.MapGet("/stream/multimodal", (HttpContext http, StreamEndpoint on, string conversation, string? watermark, string? t) => on.OpenToSpeak(http, conversation, watermark, t));
    }
}
