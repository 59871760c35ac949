using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Scripts;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>A client of Direct Line that says exactly what it is told to.</summary>
internal sealed class ChatLine(HttpClient http)
{
    public const string Path = "/v3/directline";
    public const string Secret = "a-secret-of-thirty-two-letters-or-more";
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    public string Credential { get; set; } = Secret;

    public string Conversation { get; set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A service whose funds' sites have a secret.</summary>
    public static Task<ReplayHost> Service(params string[] settings) => ReplayHost.Start(
        Now, ["--Bot:DirectLine:Secrets:0:Fund", "cnps-cm", "--Bot:DirectLine:Secrets:0:Secret", Secret, .. settings]);

    /// <summary>A client whose conversation has begun.</summary>
    public static async Task<ChatLine> Started(ReplayHost service, string locale = "fr-FR", string? user = null, string secret = Secret)
    {
        var line = new ChatLine(service.Http) { Credential = secret };
        await line.Begin(user);
        Assert.Equal(HttpStatusCode.Created, (await line.Start($$"""{"user":{},"locale":"{{locale}}"}""")).Status);
        return line;
    }

    /// <summary>A client whose conversation has come to where it asks for a file: a photo or a PDF.</summary>
    public static async Task<ChatLine> AskedForFile(ReplayHost service, string secret = Secret)
    {
        var (line, number) = (await Started(service, secret: secret), 0);
        foreach (var answer in ScriptedAnswers.UntilAFile("cnps-cm/paper-sent.fr.web.chat"))
            Assert.Equal(HttpStatusCode.OK, (await line.Say(answer.Trim('[', ']'), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"walk {number++}"))).Status);
        return line;
    }

    /// <summary>The same client at another node, or at one that was started anew.</summary>
    public ChatLine On(HttpClient node) => new(node) { Credential = Credential, Conversation = Conversation };

    /// <summary>Gets a token, and is its holder from here on.</summary>
    public async Task Begin(string? user = null)
    {
        var reply = (await Send(HttpMethod.Post, "/tokens/generate", user is null ? null : $$$"""{"user":{"id":"{{{user}}}"}}""")).Body;
        Credential = (string)reply["token"]!;
        Conversation = (string)reply["conversationId"]!;
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> Start(string body = """{"user":{}}""")
    {
        var reply = await Send(HttpMethod.Post, "/conversations", body);
        if ((int)reply.Status < 300)
            (Credential, Conversation) = ((string)reply.Body["token"]!, (string)reply.Body["conversationId"]!);
        return reply;
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> Say(string text, string? id = null) => Post(new JsonObject
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = "someone" },
        ["text"] = text,
        ["channelData"] = new JsonObject { ["clientActivityID"] = id ?? text + "-id", ["more"] = new JsonArray(1, "é") },
    });

    public Task<(HttpStatusCode Status, JsonNode Body)> Post(JsonNode activity) =>
        Send(HttpMethod.Post, $"/conversations/{Conversation}/activities", activity.ToJsonString());

    public Task<(HttpStatusCode Status, JsonNode Body)> Read(string? watermark = null) =>
        Send(HttpMethod.Get, $"/conversations/{Conversation}/activities?watermark={watermark}");

    public async Task<IReadOnlyList<JsonNode>> All() => [.. (await Read()).Body["activities"]!.AsArray().Select(activity => activity!)];

    public async Task<(HttpStatusCode Status, JsonNode Body)> Send(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, Path + path);
        if (Credential.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Credential);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>(Stop) ?? new JsonObject());
    }
}
