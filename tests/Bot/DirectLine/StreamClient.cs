using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>The socket of a stream, read frame by frame.</summary>
internal sealed class StreamClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public string? CloseReason => _socket.CloseStatusDescription;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens the stream that an answer names.</summary>
    /// <param name="under">What newer clients put behind the path, to speak by it too.</param>
    public static async Task<StreamClient> Open(JsonNode started, string under = "")
    {
        var client = new StreamClient();
        await client._socket.ConnectAsync(new Uri(((string)started["streamUrl"]!).Replace("/stream?", $"/stream{under}?", StringComparison.Ordinal)), Stop);
        return client;
    }

    /// <summary>The status by which the opening of a stream is refused.</summary>
    public static async Task<int> Refusal(string url)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), Stop));
        return (int)socket.HttpStatusCode;
    }

    public Task Say(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Stop);

    /// <summary>The next frame that is not empty; null at the end.</summary>
    public async Task<JsonNode?> Next()
    {
        using var whole = new MemoryStream();
        var room = new byte[8192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(room, Stop);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            await whole.WriteAsync(room.AsMemory(0, part.Count), Stop);
            if (part.EndOfMessage && whole.Length > 0)
                return JsonNode.Parse(Encoding.UTF8.GetString(whole.ToArray()))!;
        }
    }

    public void Dispose() => _socket.Dispose();
}
