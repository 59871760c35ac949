using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Bot.DirectLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatChannels.Tests.Bot.Connector;

/// <summary>A channel of the Bot Framework with an issuer of its own: keys, tokens, and the service that replies come to.</summary>
internal sealed class TestChannel : IAsyncDisposable
{
    public const string AppId = "8c1f7d3e-0000-4000-8000-000000000001";
    public const string CallerId = "8c1f7d3e-0000-4000-8000-000000000002";
    public const string Secret = "the bot's own secret";
    public const string Issuer = "https://issuer.example";
    public const string CallerIssuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

    private readonly WebApplication _app;
    private readonly Dictionary<string, RSA> _keys = new(StringComparer.Ordinal) { ["k1"] = RSA.Create(2048) };

    private TestChannel(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    /// <summary>What the bot sent.</summary>
    public ConcurrentQueue<Delivery> Received { get; } = [];

    /// <summary>What the next deliveries are answered; 200 when there is none.</summary>
    public Queue<HttpStatusCode> Answers { get; } = [];

    public int KeyFetches { get; private set; }

    public int TokenFetches { get; private set; }

    public JsonArray Endorsements { get; set; } = ["msteams", "webchat"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestChannel> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var channel = new TestChannel(builder.Build());
        channel.Map();
        await channel._app.StartAsync(Stop);
        channel.Url = channel._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return channel;
    }

    /// <summary>The settings by which the bot knows this channel.</summary>
    public string[] Settings =>
    [
        "--Bot:Messages:Apps:0:AppId", AppId, "--Bot:Messages:Apps:0:Secret", Secret, "--Bot:Messages:Apps:0:Fund", "cnps-cm",
        "--Bot:Messages:Apps:0:Callers", CallerId,
        "--Bot:Messages:ChannelMetadata", $"{Url}/metadata", "--Bot:Messages:ChannelIssuer", Issuer,
        "--Bot:Messages:CallerMetadata", $"{Url}/bots/metadata", "--Bot:Messages:TokenUrl", $"{Url}/token",
    ];

    /// <summary>Signs with another key from here on.</summary>
    public void Roll(string kid)
    {
        _keys.Clear();
        _keys[kid] = RSA.Create(2048);
    }

    /// <summary>A token; what is not said is as it should be.</summary>
    public string Token(
        DateTimeOffset now, string issuer = Issuer, string audience = AppId, string? kid = null, RSA? key = null, TimeSpan? begins = null, TimeSpan? ends = null, params (string Name, string Value)[] claims)
    {
        var name = kid ?? _keys.Keys.First();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = (now + (begins ?? TimeSpan.Zero)).UtcDateTime,
            Expires = (now + (ends ?? TimeSpan.FromHours(1))).UtcDateTime,
            Claims = claims.ToDictionary(claim => claim.Name, claim => (object)claim.Value, StringComparer.Ordinal),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key ?? _keys.GetValueOrDefault(name)!) { KeyId = name }, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in _keys.Values)
            key.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/metadata", () => Results.Text($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Url}}/keys"}""", "application/json"));
        _app.MapGet("/keys", () =>
        {
            KeyFetches++;
            return Keys(Endorsements);
        });
        _app.MapGet("/bots/metadata", () => Results.Text($$"""{"issuer":"{{CallerIssuer}}","jwks_uri":"{{Url}}/bots/keys"}""", "application/json"));
        _app.MapGet("/bots/keys", () => Keys(null));
        _app.MapGet("/mint/channel", (string serviceUrl) => Token(ChatLine.Now, claims: ("serviceurl", serviceUrl)));
        _app.MapGet("/mint/bot", () => Token(ChatLine.Now, CallerIssuer, claims: [("appid", CallerId), ("ver", "1.0")]));
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            TokenFetches++;
            var form = await request.ReadFormAsync();
            var isRight = form["grant_type"] == "client_credentials" && form["client_id"] == AppId && form["client_secret"] == Secret;
            return isRight ? Results.Text($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{Own(form["scope"].ToString())}}"}""", "application/json") : Results.Unauthorized();
        });
        _app.MapGet("/files/{name}", (string name, HttpContext http) =>
        {
            if (name is "cut")
                http.Abort();
            var isOurs = http.Request.Headers.Authorization.ToString().StartsWith("Bearer ey", StringComparison.Ordinal);
            return name is "photo" && isOurs ? Results.Bytes(SampleFiles.Photo, "image/jpeg") : Results.NotFound();
        });
        _app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", async (HttpRequest request) =>
        {
            var body = (await JsonNode.ParseAsync(request.Body))!;
            Received.Enqueue(new Delivery(request.Path, request.Headers.Authorization.ToString(), request.Headers["x-ms-client-request-id"].ToString(), body));
            return Results.Json(new { id = "r1" }, statusCode: Answers.TryDequeue(out var status) ? (int)status : 200);
        });
    }

    /// <summary>The bot's own token, as other bots check it.</summary>
    private string Own(string scope) => Token(
        TimeProvider.System.GetUtcNow(), CallerIssuer, scope.Split('/')[0] is "https:" ? "https://api.botframework.com" : scope.Split('/')[0], claims: [("appid", AppId), ("ver", "1.0"), ("scope", scope)]);

    private IResult Keys(JsonArray? endorsements) =>
        Results.Text(new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => Published(key.Key, key.Value, endorsements))]) }.ToJsonString(), "application/json");

    private static JsonObject Published(string kid, RSA key, JsonArray? endorsements)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var published = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (endorsements is not null)
            published["endorsements"] = endorsements.DeepClone();
        return published;
    }

    /// <summary>One reply as it came.</summary>
    internal sealed record Delivery(string Path, string Authorization, string RequestId, JsonNode Body);
}
