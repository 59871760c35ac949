using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using ChatChannels.Bot;
using ChatChannels.Bot.WhatsApp;
using ChatChannels.Runtime.Funds;

namespace ChatChannels.Host.Replay;

/// <summary>WhatsApp's side of a replay: takes whatever is posted to the Graph API and keeps it to be looked at, and has the files that persons send.</summary>
internal sealed class GraphStandIn : HttpMessageHandler
{
    /// <summary>What notifications are signed with.</summary>
    public const string AppSecret = "the-replay's-own-app-secret";

    private const string Files = "files";

    private readonly ConcurrentQueue<JsonObject> _posted = [];
    private int _taken;

    /// <summary>Gives each fund a number, whose id is the fund's place among all, unless numbers are configured.</summary>
    public static void Configure(BotOptions options, FundFolder funds)
    {
        var whatsApp = options.WhatsApp;
        whatsApp.AppSecret ??= AppSecret;
        whatsApp.VerifyToken ??= AppSecret;
        whatsApp.Numbers ??= [.. funds.Names.Select((fund, i) => new WhatsAppNumber { PhoneNumberId = $"{i + 1}", Fund = fund, AccessToken = AppSecret })];
    }

    /// <summary>What was posted since the last call.</summary>
    public IReadOnlyList<JsonObject> TakePosted()
    {
        var posted = new List<JsonObject>();
        while (_posted.TryDequeue(out var message))
            posted.Add(message);
        return posted;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
            return Serve(request.RequestUri!);
        _posted.Enqueue(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject());
        var answer = new JsonObject { ["messages"] = new JsonArray(new JsonObject { ["id"] = $"wamid.out.{Interlocked.Increment(ref _taken)}" }) };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString()) };
    }

    /// <summary>A person's file, whose id is its name: first where it is, then the file.</summary>
    private static HttpResponseMessage Serve(Uri address)
    {
        var name = Path.GetFileName(address.LocalPath);
        var file = new Uri(address, $"/{Files}/{name}");
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = address == file ? new ByteArrayContent(SampleFiles.Of(name)) : new StringContent(new JsonObject { ["url"] = file.ToString() }.ToJsonString()),
        };
    }
}
