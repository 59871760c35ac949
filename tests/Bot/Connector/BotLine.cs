using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Tests.Bot.DirectLine;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.Connector;

/// <summary>A channel that says to the bot exactly what it is told to, and the bot.</summary>
internal sealed class BotLine : IAsyncDisposable
{
    private BotLine(TestChannel channel, ReplayHost bot) => (Channel, Bot) = (channel, bot);

    public TestChannel Channel { get; }

    public ReplayHost Bot { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BotLine> Start(string name)
    {
        var channel = await TestChannel.Start();
        channel.Endorsements = [name];
        return new BotLine(channel, await ReplayHost.Start(ChatLine.Now, channel.Settings));
    }

    public string Good() => Channel.Token(Bot.Clock.GetUtcNow(), claims: ("serviceurl", Channel.Url));

    /// <summary>Says something as it is written, but for the service's address; gives the replies.</summary>
    public async Task<IReadOnlyList<JsonNode>> Say(string activity)
    {
        var (status, body) = await Post(activity.Replace("SERVICE", Channel.Url, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, status);
        return body is null ? [] : [.. body["activities"]!.AsArray().Select(reply => reply!)];
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> Post(string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Good());
        using var response = await Bot.Http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>What the bot sent to the channel by now.</summary>
    public async Task<IReadOnlyList<JsonNode>> Delivered()
    {
        await Bot.Services.GetRequiredService<Courier>().Round(Stop);
        return [.. Channel.Received.Select(delivery => delivery.Body)];
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Channel.DisposeAsync();
    }
}
