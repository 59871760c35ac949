using System.Net.WebSockets;
using System.Text.Json;
using ChatChannels.Bot.Activities;
using ChatChannels.Conversation;

namespace ChatChannels.Bot.DirectLine;

/// <summary>The wire of a stream: activity sets as text frames, and now and then an empty one. Any other frame would end some clients for ever.</summary>
internal sealed class StreamSocket(WebSocket socket, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Octets of an activity, as for those that are posted.</summary>
    private const int LongestFrame = 64 * 1024;

    private DateTimeOffset _spoke = time.GetUtcNow();

    /// <summary>The bot types. Without a watermark, and without text, which would be part of a message.</summary>
    public static ActivitySet Typing(FundId fund) =>
        new([new Activity { Type = ActivityTypes.Typing, From = new ChannelAccount(fund.Value, Role: ChannelAccount.Bot) }]);

    public Task Send(ActivitySet set, CancellationToken cancellation) =>
        Frame(JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Plain.ActivitySet), cancellation);

    /// <summary>Sends an empty frame when there was none for a while.</summary>
    public Task KeepAlive(CancellationToken cancellation) => time.GetUtcNow() - _spoke < Quiet ? Task.CompletedTask : Frame(default, cancellation);

    /// <summary>Takes in what the client sends, until it leaves.</summary>
    /// <param name="heard">Takes each whole frame that is not empty, one after the other, and tells whether to go on; null where none matters.</param>
    public async Task Listen(Func<ReadOnlyMemory<byte>, Task<bool>>? heard, Action left, CancellationToken cancellation)
    {
        var room = new byte[heard is null ? 1024 : LongestFrame];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(room.AsMemory(length), cancellation);
                if (part.MessageType is WebSocketMessageType.Close)
                    break;
                length = heard is null ? 0 : length + part.Count;
                if (length == LongestFrame)
                    break; // longer than any activity may be
                if (!part.EndOfMessage)
                    continue;
                if (length > 0 && !await heard!(room.AsMemory(0, length)))
                    break;
                length = 0;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // Gone without a word, as phones are.
        }
        finally
        {
            left();
        }
    }

    public async Task Close(string reason, bool stopping)
    {
        using var patience = new CancellationTokenSource(Farewell, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(stopping ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure, reason, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // It left first.
        }
    }

    private async Task Frame(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        _spoke = time.GetUtcNow();
    }
}
