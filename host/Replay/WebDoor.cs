using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Runtime.Funds;

namespace ChatChannels.Host.Replay;

/// <summary>A client of the web chat, by Direct Line. A screen is its text, what is offered (buttons in brackets, a card's in braces), and the kind of answer that is asked for.</summary>
internal sealed class WebDoor(ReplayHost service, ChatScript script) : IFrontDoor
{
    private const string Line = "/v3/directline/conversations";

    private string _conversation = "";
    private string _token = "";
    private string _watermark = "";
    private JsonNode? _screen;
    private JsonObject _last = [];
    private int _said;

    public string Phone
    {
        set => _conversation = ""; // somebody else, on another browser
    }

    public async Task<string> Open(string code)
    {
        if (!service.Services.GetRequiredService<FundDirectory>().TryFind(code, out var fund, out _))
            throw new FormatException($"No fund is reached by {code}.");
        (_token, _watermark) = (ReplayHost.ChatSecretOf(fund.Id), "");
        var opened = await Call(HttpMethod.Post, Line, new JsonObject { ["user"] = new JsonObject(), ["locale"] = script.Language });
        (_conversation, _token) = ((string)opened["conversationId"]!, (string)opened["token"]!);
        return await Read();
    }

    public Task<string> Say(string text) => Post(new JsonObject { ["type"] = "message", ["text"] = text });

    public async Task<string> Touch(string key)
    {
        var button = Offered(_screen).Select(offer => offer.Button).FirstOrDefault(button => string.Equals((string?)button["text"], key, StringComparison.Ordinal));
        return button is null ? "(there is no such button)" : await Post(new JsonObject
        {
            ["type"] = "message",
            ["text"] = key,
            ["value"] = button["value"]?.DeepClone(),
            ["channelData"] = new JsonObject { ["messageBack"] = new JsonObject { ["displayText"] = (string?)button["displayText"] } },
        });
    }

    public async Task<string> Send(string file)
    {
        using var content = new ByteArrayContent(SampleFiles.Of(file));
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file };
        await Call(HttpMethod.Post, $"{Line}/{_conversation}/upload?userId=user", content);
        return await Read();
    }

    public Task<string> Repeat() => Send();

    public Task<string> Look() => Read();

    public async Task HangUp() => await Call(HttpMethod.Post, $"{Line}/{_conversation}/activities", new JsonObject { ["type"] = "endOfConversation" });

    private Task<string> Post(JsonObject activity)
    {
        var data = activity["channelData"] as JsonObject ?? [];
        data["clientActivityID"] = string.Create(CultureInfo.InvariantCulture, $"{++_said}");
        activity["channelData"] = data;
        _last = activity;
        return Send();
    }

    private async Task<string> Send()
    {
        await Call(HttpMethod.Post, $"{Line}/{_conversation}/activities", _last);
        return await Read();
    }

    private async Task<string> Read()
    {
        var set = await Call(HttpMethod.Get, $"{Line}/{_conversation}/activities?watermark={_watermark}", (JsonObject?)null);
        _watermark = (string)set["watermark"]!;
        var told = set["activities"]!.AsArray().Where(activity => (string?)activity!["from"]?["role"] is "bot").Select(activity => activity!).ToList();
        _screen = told.LastOrDefault() ?? _screen;
        return told.Count == 0 ? "(nothing)" : string.Join('\n', told.SelectMany(Lines));
    }

    private static IEnumerable<string> Lines(JsonNode activity) =>
    [
        .. ((string)activity["text"]!).Split('\n'),
        .. Offered(activity).Select(offer => string.Format(CultureInfo.InvariantCulture, offer.IsCard ? "{{{0}}} {1}" : "[{0}] {1}", (string?)offer.Button["text"], (string?)offer.Button["title"])),
        .. (string?)activity["channelData"]?["chatchannels"]?["asks"] is { } asks ? [$"asks {asks}"] : Array.Empty<string>(),
    ];

    private static IEnumerable<(JsonNode Button, bool IsCard)> Offered(JsonNode? activity) =>
    [
        .. (activity?["attachments"]?.AsArray() ?? []).SelectMany(card => card!["content"]!["buttons"]!.AsArray()).Select(button => (button!, true)),
        .. (activity?["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(button => (button!, false)),
    ];

    private async Task<JsonNode> Call(HttpMethod method, string path, JsonObject? body)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await Call(method, path, content);
    }

    private async Task<JsonNode> Call(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        request.Content = content;
        using var response = await service.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {text}"));
    }
}
