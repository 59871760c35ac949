using System.Text.Json.Nodes;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>One message as the Graph API would judge it.</summary>
internal sealed class Shown(JsonObject message)
{
    private readonly JsonNode? _interactive = message["interactive"];

    public string Body => (string)(message["text"]?["body"] ?? _interactive!["body"]!["text"])!;

    public string? Footer => (string?)_interactive?["footer"]?["text"];

    public string? Open => (string?)_interactive?["action"]?["button"];

    /// <summary><c>text</c>, <c>button</c> or <c>list</c>.</summary>
    public string Kind => (string)(_interactive ?? message)["type"]!;

    public bool IsWords => _interactive is null;

    public IReadOnlyList<(string Id, string Title, string? Description)> Choices =>
    [
        .. (_interactive?["action"]?["buttons"]?.AsArray() ?? []).Select(button => Choice(button!["reply"]!)),
        .. (_interactive?["action"]?["sections"]?[0]?["rows"]?.AsArray() ?? []).Select(row => Choice(row!)),
    ];

    /// <summary>The keys of what can be touched.</summary>
    public IEnumerable<string> Keys => Choices.Select(choice => choice.Id.Split(':')[1]);

    /// <summary>What the Graph API would refuse it for (protocols of July 2026), or null.</summary>
    public string? Fault => (string?)_interactive?["type"] switch
    {
        null => Over("body", Body, 4096),
        "button" => Over("body", Body, 1024) ?? OverChoices(3, 256, 20) ?? (Distinct(choice => choice.Title) ? null : "two buttons are alike"),
        "list" => Over("body", Body, 4096) ?? OverChoices(10, 200, 24) ?? Over("open", Open, 20),
        var other => $"unknown type {other}",
    };

    private static (string, string, string?) Choice(JsonNode choice) => ((string)choice["id"]!, (string)choice["title"]!, (string?)choice["description"]);

    private static string? Over(string name, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? $"{name} is empty" : text.Trim().Length > longest ? $"{name} is over {longest}" : null;

    private string? OverChoices(int most, int longestId, int longestTitle) =>
        Choices.Count == 0 || Choices.Count > most ? $"{Choices.Count} choices"
        : !Distinct(choice => choice.Id) ? "two ids are alike"
        : (Footer is null ? null : Over("footer", Footer, 60))
            ?? Choices.Select(choice => Over("id", choice.Id, longestId) ?? Over("title", choice.Title, longestTitle) ?? (choice.Description is null ? null : Over("description", choice.Description, 72)))
                .FirstOrDefault(fault => fault is not null);

    private bool Distinct(Func<(string Id, string Title, string? Description), string> part) =>
        Choices.Select(part).Distinct(StringComparer.Ordinal).Count() == Choices.Count;
}
