using System.Net.WebSockets;
using ChatChannels.Conversation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The stream of a conversation over a WebSocket.</summary>
internal sealed class StreamEndpoint(
    Tokens tokens, StreamBell bell, Transcript transcript, ServerAddress address, IOptions<BotOptions> options, IHostApplicationLifetime life, TimeProvider time)
{
    /// <summary>Longer than a dead connection of a phone lasts unnoticed, shorter than networks keep a silent one.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to say goodbye.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public async Task<IResult> Open(HttpContext http, string conversation, string? watermark, string? t)
    {
        if (await tokens.Read(t ?? "", TokenUse.Stream) is not { } caller)
            return Answer.BadCredential();
        if (!caller.MayOpen(conversation))
            return Answer.NotYours();
        if (!http.WebSockets.IsWebSocketRequest)
            return Answer.Bad("The stream is a WebSocket.");
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Pulse, KeepAliveTimeout = Pulse });
        await Serve(http, new StreamSocket(socket, time), new Place(caller.Fund.Id, conversation, watermark));
        return Results.Empty;
    }

    private async Task Serve(HttpContext http, StreamSocket socket, Place place)
    {
        var stream = bell.Open(place.Conversation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        await using var timer = time.CreateTimer(_ => stream.Call(StreamCall.Look), null, TimeSpan.Zero, options.Value.DirectLine.Every);
        var listening = socket.Listen(stream.Leave, over.Token);
        try
        {
            await Tell(socket, stream, place, address.Of(http.Request), over.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The client, or this node, is on its way out: what was not told is read again by the watermark.
        }
        finally
        {
            bell.Close(place.Conversation, stream);
            await socket.Close(stream.IsReplaced ? "collision" : "", life.ApplicationStopping.IsCancellationRequested);
            await Task.WhenAny(listening, Task.Delay(Farewell, time, over.Token)); // or the client hears of a broken line, not of the end
            await over.CancelAsync();
            await listening;
        }
    }

    /// <summary>Tells what there is behind the watermark, each time that somebody calls.</summary>
    private async Task Tell(StreamSocket socket, OpenStream stream, Place place, string server, CancellationToken cancellation)
    {
        var watermark = place.Watermark;
        await foreach (var call in stream.Calls(cancellation))
        {
            if (call is StreamCall.Typing)
            {
                await socket.Send(StreamSocket.Typing(place.Fund), cancellation);
                continue;
            }

            var set = await transcript.Read(place.Fund, place.Conversation, watermark, server, cancellation);
            watermark = set.Watermark;
            if (set.Activities.Count > 0)
                await socket.Send(set, cancellation);
            else
                await socket.KeepAlive(cancellation);
        }
    }

    /// <summary>What a stream reads, and from where on.</summary>
    private sealed record Place(FundId Fund, string Conversation, string? Watermark);
}
