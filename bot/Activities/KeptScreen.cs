using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Bot.Activities;

/// <summary>
/// A screen as a turn keeps it: what <see cref="ScreenActivity"/> needs to write the same activity each time, and no more, as every
/// turn of a chat is stored with it. Personal.
/// </summary>
internal sealed record KeptScreen
{
    [JsonPropertyName("t")]
    public string Text { get; init; } = "";

    /// <summary>An ISO 639-1 code.</summary>
    [JsonPropertyName("l")]
    public string Language { get; init; } = "";

    /// <summary>The turn that the buttons belong to.</summary>
    [JsonPropertyName("n")]
    public long Turn { get; init; }

    /// <summary>What can be chosen; null where nothing can.</summary>
    [JsonPropertyName("o")]
    public IReadOnlyList<KeptButton>? Options { get; init; }

    /// <summary>The keys that lead elsewhere.</summary>
    [JsonPropertyName("k")]
    public IReadOnlyList<KeptButton>? Keys { get; init; }

    /// <summary>The answer type that is asked for (<c>date</c>, <c>phone</c> …); null where something is chosen or read.</summary>
    [JsonPropertyName("a")]
    public string? Asks { get; init; }

    /// <summary>The media types of the files that can be sent; null where none can.</summary>
    [JsonPropertyName("f")]
    public IReadOnlyList<string>? Accepts { get; init; }

    /// <summary>Whether the conversation is over; the next word opens another.</summary>
    [JsonPropertyName("e")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Ends { get; init; }

    /// <summary>Whether the buttons stay good when something else is said.</summary>
    [JsonPropertyName("s")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Stays { get; init; }

    /// <summary>The case whose receipt can be seen now; null for none.</summary>
    [JsonPropertyName("r")]
    public string? Receipt { get; init; }

    public static KeptScreen Of(Prompt prompt) => new()
    {
        Text = string.Join("\n\n", new[] { prompt.Notice, prompt.Hint, prompt.Text }.Where(part => !string.IsNullOrEmpty(part))),
        Language = prompt.Language.Code,
        Turn = prompt.Turn,
        Options = Buttons(prompt.Options),
        Keys = Buttons(prompt.Keys),
        Asks = prompt.Asks,
        Accepts = prompt.Accepts.IsEmpty ? null : [.. prompt.Accepts.Select(kind => kind.MediaType)],
        Ends = prompt.Ends,
        Stays = prompt.Stays,
        Receipt = prompt.Receipt,
    };

    /// <summary>The screen of a reply; null where it is empty, as the bot is silent.</summary>
    public static KeptScreen? Read(string reply) => reply.Length == 0 ? null : JsonSerializer.Deserialize(reply, ActivityJson.Plain.KeptScreen);

    /// <summary>The reply that is kept.</summary>
    public string Write() => JsonText.Of(this, ActivityJson.Plain.KeptScreen.SerializeHandler!);

    private static IReadOnlyList<KeptButton>? Buttons(ImmutableArray<Option> options) =>
        options.IsEmpty ? null : [.. options.Select(option => new KeptButton { Key = option.Key, Label = option.Label })];

    public override string ToString() => "KeptScreen { *** }";
}
