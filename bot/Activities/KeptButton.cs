using System.Text.Json.Serialization;

namespace ChatChannels.Bot.Activities;

/// <summary>Something to touch on a <see cref="KeptScreen"/>: what it sends, and its words.</summary>
internal sealed record KeptButton
{
    [JsonPropertyName("k")]
    public string Key { get; init; } = "";

    [JsonPropertyName("l")]
    public string Label { get; init; } = "";
}
