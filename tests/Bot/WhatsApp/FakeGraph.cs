using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>A Graph API on this machine: notes what is posted, and answers as it is told.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeGraph(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, string? Authorization, JsonObject Message)> Posted { get; } = [];

    /// <summary>How the next posts are answered, each once; then all are taken.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = [];

    /// <summary>How a GET is answered, given its path.</summary>
    public Func<HttpContext, Task> Files { get; set; } = Status(StatusCodes.Status404NotFound);

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

    public static async Task<FakeGraph> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new FakeGraph(app);
        app.Run(graph.Take);
        await app.StartAsync();
        return graph;
    }

    /// <summary>An error as the Graph API tells it; the status varies and means nothing.</summary>
    public static Func<HttpContext, Task> Error(int code, int status = StatusCodes.Status400BadRequest) => http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = $"(#{code})" } }.ToJsonString());
    };

    public static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>The message is taken, and the line is lost before that is told.</summary>
    public static Task LoseTheLine(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>No answer, for as long as anybody waits.</summary>
    public static async Task Hang(HttpContext http) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await Files(http);
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        Posted.Enqueue((http.Request.Path, http.Request.Headers.Authorization, JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject()));
        if (Answers.TryDequeue(out var answer))
            await answer(http);
        else
            await http.Response.WriteAsync(new JsonObject { ["messages"] = new JsonArray(new JsonObject { ["id"] = $"wamid.{Posted.Count}" }) }.ToJsonString());
    }
}
