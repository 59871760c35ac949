using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatChannels.Bot;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Funds;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Replay;

/// <summary>
/// A person on WhatsApp, through the webhook and, for what they are shown, the Graph API. A conversation opens with its service code as
/// the first word. A screen reads as it looks: words, <c>[key] title</c> for buttons; <c>(word)</c> opens a list, whose rows are
/// <c>- [key] title</c>; <c>~</c> stands before small letters, and <c>--</c> between two messages.
/// </summary>
internal sealed class WhatsAppDoor(ReplayHost service, string phone) : IFrontDoor
{
    private readonly Dictionary<string, string> _touchable = new(StringComparer.Ordinal);
    private string _number = "";
    private string _body = "";
    private int _sent;

    public string Phone { private get; set; } = phone;

    public Task<string> Open(string code)
    {
        service.Services.GetRequiredService<FundDirectory>().TryFind(code, out var fund, out _);
        var numbers = service.Services.GetRequiredService<IOptions<BotOptions>>().Value.WhatsApp.Numbers!;
        _number = numbers.First(number => string.Equals(number.Fund, fund?.Id.Value, StringComparison.Ordinal)).PhoneNumberId;
        return Say(code);
    }

    public Task<string> Say(string text) => Send("text", new JsonObject { ["body"] = text });

    public Task<string> Touch(string key)
    {
        if (!_touchable.TryGetValue(key, out var id))
            throw new FormatException($"Nothing with the key {key} was shown to be touched.");
        return Send("interactive", new JsonObject
        {
            ["type"] = "button_reply",
            ["button_reply"] = new JsonObject { ["id"] = id, ["title"] = key },
        });
    }

    public Task<string> Send(string file) =>
        Send(file.EndsWith(".jpg", StringComparison.Ordinal) ? "image" : "document", new JsonObject { ["id"] = file, ["filename"] = file });

    public Task<string> Repeat() => Post();

    public async Task<string> Look()
    {
        await service.Services.GetRequiredService<Courier>().Round(CancellationToken.None);
        return string.Join("\n--\n", service.Graph.TakePosted().Select(Read));
    }

    public Task HangUp() => throw new FormatException("On WhatsApp nobody hangs up.");

    private Task<string> Send(string type, JsonObject content)
    {
        var message = new JsonObject
        {
            ["from"] = Phone[1..],
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"wamid.in.{++_sent}"),
            ["timestamp"] = service.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["type"] = type,
            [type] = content,
        };
        var value = new JsonObject { ["metadata"] = new JsonObject { ["phone_number_id"] = _number }, ["messages"] = new JsonArray(message) };
        var change = new JsonObject { ["field"] = "messages", ["value"] = value };
        _body = new JsonObject { ["entry"] = new JsonArray(new JsonObject { ["changes"] = new JsonArray(change) }) }.ToJsonString();
        return Post();
    }

    private async Task<string> Post()
    {
        var octets = Encoding.UTF8.GetBytes(_body);
        using var content = new ByteArrayContent(octets);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(GraphStandIn.AppSecret), octets));
        content.Headers.Add("X-Hub-Signature-256", $"sha256={signature}");
        using var response = await service.Http.PostAsync(new Uri("/whatsapp/webhook", UriKind.Relative), content);
        return response.IsSuccessStatusCode ? await Look() : string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}");
    }

    /// <summary>A message as it looks; what can be touched is remembered.</summary>
    private string Read(JsonObject message)
    {
        if (message["interactive"] is not { } interactive)
            return (string)message["text"]!["body"]!;
        var buttons = interactive["action"]!["buttons"]?.AsArray().Select(button => button!["reply"]!) ?? [];
        var rows = interactive["action"]!["sections"]?[0]!["rows"]!.AsArray().Select(row => row!) ?? [];
        return string.Join('\n',
        [
            (string)interactive["body"]!["text"]!,
            .. interactive["footer"] is { } footer ? [$"~ {footer["text"]}"] : Array.Empty<string>(),
            .. buttons.Select(button => Line(button)),
            .. interactive["action"]!["button"] is { } open ? [$"({open})"] : Array.Empty<string>(),
            .. rows.Select(row => $"- {Line(row)}"),
        ]);
    }

    private string Line(JsonNode choice)
    {
        var id = (string)choice["id"]!;
        var key = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        _touchable[key] = id;
        return choice["description"] is { } description ? $"[{key}] {choice["title"]} | {description}" : $"[{key}] {choice["title"]}";
    }
}
