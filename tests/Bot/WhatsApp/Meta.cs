using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>Meta's side: writes notifications as it does, signs and posts them, and takes what is sent.</summary>
internal sealed class Meta(ReplayHost service)
{
    public const string Path = "/whatsapp/webhook";

    /// <summary>A person of Cameroon, and the number of its fund: the second of the folder.</summary>
    public const string Person = "237650000011";
    public const string Number = "2";

    private int _sent;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static JsonObject Text(string id, string text, string from = Person) => Message(id, "text", new JsonObject { ["body"] = text }, from);

    public static JsonObject Message(string id, string type, JsonNode content, string from = Person) => new()
    {
        ["from"] = from,
        ["id"] = id,
        ["timestamp"] = Scene.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["type"] = type,
        [type] = content,
    };

    public static JsonObject Value(string number, params JsonNode[] messages) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = new JsonObject { ["display_phone_number"] = "237600000000", ["phone_number_id"] = number },
        ["messages"] = new JsonArray(messages),
    };

    public static JsonObject Statuses(params JsonNode[] statuses) => new()
    {
        ["metadata"] = new JsonObject { ["phone_number_id"] = Number },
        ["statuses"] = new JsonArray(statuses),
    };

    /// <summary>A notification of values, each in a change and an entry of its own.</summary>
    public static byte[] Body(params JsonNode[] values) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray([.. values.Select(value => new JsonObject
        {
            ["id"] = "102290129340398",
            ["changes"] = new JsonArray(new JsonObject { ["field"] = "messages", ["value"] = value }),
        })]),
    }.ToJsonString());

    public static string Sign(byte[] body, string secret = GraphStandIn.AppSecret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";

    public Task<HttpStatusCode> Post(byte[] body) => Post(body, Sign(body));

    public async Task<HttpStatusCode> Post(byte[] body, string? signature)
    {
        using var content = new ByteArrayContent(body);
        if (signature is not null)
            content.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        using var response = await service.Http.PostAsync(new Uri(Path, UriKind.Relative), content, Stop);
        return response.StatusCode;
    }

    /// <summary>A person's next words, and what they are shown for it.</summary>
    public async Task<IReadOnlyList<JsonObject>> Say(string text, string from = Person) => await Send(Text($"wamid.{from}.{++_sent}", text, from));

    public async Task<IReadOnlyList<JsonObject>> Send(JsonObject message)
    {
        Assert.Equal(HttpStatusCode.OK, await Post(Body(Value(Number, message))));
        return await Shown();
    }

    /// <summary>What is sent now.</summary>
    public async Task<IReadOnlyList<JsonObject>> Shown()
    {
        await service.Services.GetRequiredService<Courier>().Round(Stop);
        return service.Graph.TakePosted();
    }

    /// <summary>The words of a message.</summary>
    public static string WordsOf(JsonObject message) => (string)(message["text"]?["body"] ?? message["interactive"]!["body"]!["text"])!;
}
