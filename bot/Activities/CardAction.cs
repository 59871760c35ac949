using System.Text.Json;

namespace ChatChannels.Bot.Activities;

/// <summary>A button. Of the type <see cref="MessageBack"/> it shows one thing in the transcript and sends another.</summary>
internal sealed record CardAction
{
    public const string MessageBack = "messageBack";

    public required string Type { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public string? DisplayText { get; init; }

    public JsonElement? Value { get; init; }
}
