using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>The calls to the Graph API.</summary>
internal sealed class GraphCalls(IHttpClientFactory clients, IOptions<BotOptions> options, TimeProvider time)
{
    /// <summary>The name of the client, by which a host can put another way out in its place.</summary>
    public const string Client = "whatsapp";

    private const string Media = "application/json";
    private readonly WhatsAppOptions _options = options.Value.WhatsApp;

    /// <summary>How calls leave this machine.</summary>
    public static HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        MaxConnectionsPerServer = 256,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>Posts one message.</summary>
    public async Task<GraphAnswer> Post(Number number, JsonObject message, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.GraphUrl, $"{_options.GraphVersion}/{number.Id}/messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", number.Token);
        request.Content = new StringContent(message.ToJsonString(Json.Relaxed), Encoding.UTF8, Media);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, either.Token);
            return Understand(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException failure) when (IsUnsent(failure.HttpRequestError))
        {
            return new GraphAnswer.Refused(GraphFault.Of(null));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return new GraphAnswer.Unknown();
        }
    }

    /// <summary>The connection did not even come about.</summary>
    private static bool IsUnsent(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>An error of Graph's says that it was not taken; one of something before it does not, unless it says that it was too busy.</summary>
    private static GraphAnswer Understand(HttpStatusCode status, byte[] body)
    {
        var (id, code) = Read(body);
        return id is not null && (int)status is >= 200 and < 300 ? new GraphAnswer.Taken(id)
            : code is not null || status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.NotFound ? new GraphAnswer.Refused(GraphFault.Of(code))
            : status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? new GraphAnswer.Refused(GraphFault.Of(0))
            : new GraphAnswer.Unknown();
    }

    private static (string? Id, int? Code) Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return (root.Items("messages").Select(message => message.Text("id")).FirstOrDefault(), root.Part("error").Whole("code"));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
