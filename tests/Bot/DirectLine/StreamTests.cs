using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>The stream of a conversation over a WebSocket.</summary>
public sealed class StreamTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_OfANewConversation_BringsTheGreetingAndThenEachTurn()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var socket = await Open((await line.Start()).Body);

        var greeting = await Frame(socket);
        await line.Say("1");
        var turn = await Frame(socket);

        Assert.Equal(("1", 1), ((string?)greeting["watermark"], greeting["activities"]!.AsArray().Count));
        Assert.Equal(("3", 2), ((string?)turn["watermark"], turn["activities"]!.AsArray().Count));
    }

    [Fact]
    public async Task Stream_OpenedTwice_DropsTheOlder()
    {
        await using var service = await ChatLine.Service();
        var line = await ChatLine.Started(service);
        using var older = await Open((await line.Start()).Body);
        await Frame(older);
        using var newer = await Open((await line.Start()).Body);
        await Frame(newer);

        var room = new byte[16];
        var end = await older.ReceiveAsync(room, Stop);

        Assert.Equal((WebSocketMessageType.Close, "collision"), (end.MessageType, older.CloseStatusDescription));
    }

    [Fact]
    public async Task Stream_WhatAnotherNodeWrote_ComesByItself()
    {
        await using var service = await ChatLine.Service("--Bot:DirectLine:Every", "00:00:00.1");
        var line = await ChatLine.Started(service);
        using var socket = await Open((await line.Start()).Body);
        await Frame(socket);

        await Elsewhere.Tell(service, line.Conversation, """{"type":"message","text":"ailleurs","from":{"role":"bot"}}""");

        Assert.Equal("ailleurs", (string?)(await Frame(socket))["activities"]![0]!["text"]);
    }

    private static async Task<ClientWebSocket> Open(JsonNode started)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)started["streamUrl"]!), Stop);
        return socket;
    }

    /// <summary>The next frame that is not empty.</summary>
    private static async Task<JsonNode> Frame(ClientWebSocket socket)
    {
        using var whole = new MemoryStream();
        var room = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(room, Stop);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            await whole.WriteAsync(room.AsMemory(0, part.Count), Stop);
            if (part.EndOfMessage && whole.Length > 0)
                return JsonNode.Parse(Encoding.UTF8.GetString(whole.ToArray()))!;
        }
    }
}
