using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>A screen as it is kept and sent: a JSON array of what the Graph API takes, each without whom it goes to.</summary>
internal static class Payload
{
    public static string Write(ImmutableArray<Bubble> bubbles) => Write([.. bubbles.Select(bubble => (JsonNode)Of(bubble))]);

    /// <summary>The messages of a screen, in their order.</summary>
    public static IReadOnlyList<JsonObject> Read(string payload) => [.. Array(payload).Select(message => message!.AsObject())];

    /// <summary>The same screen, or none, with words before it.</summary>
    public static string Before(string words, string payload) =>
        Write([Of(new Bubble.Words(words)), .. Array(payload).Select(message => message!.DeepClone())]);

    public static JsonObject Of(Bubble bubble) => bubble switch
    {
        Bubble.Words words => new JsonObject { ["type"] = "text", ["text"] = Body(words.Body, "body") },
        Bubble.Buttons buttons => Interactive("button", buttons.Body, buttons.Footer, new JsonObject
        {
            ["buttons"] = new JsonArray([.. buttons.Choices.Select(choice => new JsonObject { ["type"] = "reply", ["reply"] = Of(choice) })]),
        }),
        Bubble.Rows rows => Interactive("list", rows.Body, rows.Footer, new JsonObject
        {
            ["button"] = rows.Open,
            ["sections"] = new JsonArray(new JsonObject { ["rows"] = new JsonArray([.. rows.Choices.Select(Of)]) }),
        }),
        _ => throw new UnreachableException(),
    };

    private static JsonObject Interactive(string type, string body, string? footer, JsonObject action)
    {
        var interactive = new JsonObject { ["type"] = type, ["body"] = Body(body, "text") };
        if (footer is not null)
            interactive["footer"] = Body(footer, "text");
        interactive["action"] = action;
        return new JsonObject { ["type"] = "interactive", ["interactive"] = interactive };
    }

    private static JsonObject Of(Choice choice)
    {
        var written = new JsonObject { ["id"] = choice.Id, ["title"] = choice.Title };
        if (choice.Description is { } description)
            written["description"] = description;
        return written;
    }

    private static JsonObject Body(string text, string name) => new() { [name] = text };

    private static JsonArray Array(string payload) => payload.Length == 0 ? [] : JsonNode.Parse(payload)!.AsArray();

    private static string Write(ImmutableArray<JsonNode> messages) => new JsonArray([.. messages]).ToJsonString(Json.Relaxed);
}
