using System.Globalization;
using System.Net.WebSockets;
using ChatChannels.Bot.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The stream of a conversation over a WebSocket.</summary>
internal sealed class StreamEndpoint(
    StreamTickets tickets, StreamSpeech speech, StreamBell bell, Transcript transcript, ServerAddress address, IHostApplicationLifetime life, TimeProvider time)
{
    /// <summary>Longer than a dead connection of a phone lasts unnoticed, shorter than networks keep a silent one.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to say goodbye.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>The stream alone; what the client says in it is nothing that matters.</summary>
    public Task<IResult> Open(HttpContext http, string conversation, string? watermark, string? t) => Open(http, conversation, watermark, t, speaks: false);

    /// <summary>
    /// The stream of a client that was told to speak by it, too, as newer ones of Microsoft's can be (<c>enableVoiceMode</c>). It takes
    /// text and buttons, and never announces that it hears: so no microphone is opened.
    /// </summary>
    public Task<IResult> OpenToSpeak(HttpContext http, string conversation, string? watermark, string? t) => Open(http, conversation, watermark, t, speaks: true);

    private async Task<IResult> Open(HttpContext http, string conversation, string? watermark, string? t, bool speaks)
    {
        var (caller, refusal) = await tickets.Enter(http, conversation, t);
        if (caller is null)
            return refusal!;
        var said = speaks ? await transcript.End(caller.Fund.Id, conversation, http.RequestAborted) : null;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Pulse, KeepAliveTimeout = Pulse });
        await Serve(http, new StreamSocket(socket, time), new Place(caller with { Network = Access.NetworkOf(http) }, conversation, watermark, said));
        return Results.Empty;
    }

    private async Task Serve(HttpContext http, StreamSocket socket, Place place)
    {
        var stream = bell.Open(place.Conversation, place.Caller.Until);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        await using var timer = time.CreateTimer(_ => stream.Call(StreamCall.Look), null, TimeSpan.Zero, bell.Every);
        var listening = socket.Listen(place.Spoken is null ? null : frame => speech.Take(place.Caller, place.Conversation, frame), stream.Leave, over.Token);
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

    /// <summary>Tells what there is behind the watermark, each time that somebody calls, until the token ends or the conversation is closed.</summary>
    private async Task Tell(StreamSocket socket, OpenStream stream, Place place, string server, CancellationToken cancellation)
    {
        var watermark = place.Watermark;
        await foreach (var call in stream.Calls(cancellation))
        {
            if (stream.IsExpired(time.GetUtcNow()))
                return;
            if (call is StreamCall.Typing)
            {
                await socket.Send(StreamSocket.Typing(place.Caller.Fund.Id), cancellation);
                continue;
            }

            var set = await transcript.Read(place.Caller.Fund.Id, place.Conversation, watermark, server, cancellation);
            watermark = set.Watermark;
            var told = place.Told(set);
            if (told.Activities.Count > 0)
                await socket.Send(told, cancellation);
            else
                await socket.KeepAlive(cancellation);
            if (set.Activities.Any(activity => activity.Type is ActivityTypes.EndOfConversation))
                return;
        }
    }

    /// <summary>What a stream reads, and from where on.</summary>
    /// <param name="Spoken">The watermark at its opening, of one that is spoken into; else null.</param>
    private sealed record Place(Caller Caller, string Conversation, string? Watermark, string? Spoken)
    {
        private string Spoke { get; } = Transcript.IdOf(Conversation, long.TryParse(Spoken, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

        /// <summary>A client that speaks into the stream knows what it said. Files it sends another way, and waits to read them.</summary>
        public ActivitySet Told(ActivitySet set) => Spoken is null ? set : set with { Activities = [.. set.Activities.Where(activity => !IsOwn(activity))] };

        private bool IsOwn(Activity activity) =>
            activity is { From.Role: ChannelAccount.User, Attachments: null or { Count: 0 } } && string.CompareOrdinal(activity.Id, Spoke) > 0;
    }
}
