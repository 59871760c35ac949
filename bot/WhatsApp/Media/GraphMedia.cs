using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatChannels.Bot.Chat;
using ChatChannels.Bot.WhatsApp.Receiving;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Services.Documents;
using Microsoft.Extensions.Options;

namespace ChatChannels.Bot.WhatsApp.Media;

/// <summary>Fetches files from the Graph API: first the address, which is good for five minutes, then the file, each with the number's token.</summary>
internal sealed class GraphMedia(IHttpClientFactory clients, IOptions<BotOptions> options, TimeProvider time) : IMediaSource
{
    /// <summary>Addresses go stale: then a new one is asked for, once.</summary>
    private const int Addresses = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private readonly WhatsAppOptions _options = options.Value.WhatsApp;

    public async Task<Fetched> Fetch(Number number, Content.File file, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var client = clients.CreateClient(GraphCalls.Client);
            return await Fetch(client, number, file, either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return new Fetched.NotNow();
        }
    }

    private async Task<Fetched> Fetch(HttpClient client, Number number, Content.File file, CancellationToken cancellation)
    {
        for (var i = 0; i < Addresses; i++)
        {
            using var found = await Get(client, number, new Uri(_options.GraphUrl, $"{_options.GraphVersion}/{Uri.EscapeDataString(file.Id)}"), cancellation);
            if (!found.IsSuccessStatusCode)
                return found.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest ? new Fetched.Gone() : new Fetched.NotNow();
            using var described = JsonDocument.Parse(await found.Content.ReadAsByteArrayAsync(cancellation));
            if (SizeOf(described.RootElement) > Document.Largest)
                return new Fetched.TooLarge();
            if (AddressOf(described.RootElement) is not { } address)
                return new Fetched.NotNow();
            using var sent = await Get(client, number, address, cancellation);
            if (sent.IsSuccessStatusCode)
                return MediaCheck.Of(await Download.Read(sent, cancellation), described.RootElement.Text("sha256"));
            if (sent.StatusCode is not HttpStatusCode.NotFound)
                return new Fetched.NotNow();
        }

        return new Fetched.Gone();
    }

    private static async Task<HttpResponseMessage> Get(HttpClient client, Number number, Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", number.Token);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    /// <summary>The token goes where the file is: never by a plainer way than to the Graph API itself.</summary>
    private Uri? AddressOf(JsonElement described) =>
        Uri.TryCreate(described.Text("url"), UriKind.Absolute, out var address) && string.Equals(address.Scheme, _options.GraphUrl.Scheme, StringComparison.Ordinal)
        && address is { Scheme: "https" } or { IsLoopback: true } ? address : null;

    /// <summary>A number, or one in a text.</summary>
    private static long SizeOf(JsonElement described) =>
        long.TryParse(described.Text("file_size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : described.Whole("file_size") ?? 0;
}
