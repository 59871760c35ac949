using System.Text.Json;

namespace ChatChannels.Bot.Activities;

/// <summary>A card, or a file. Personal.</summary>
/// <param name="Content">Of a card.</param>
/// <param name="ContentUrl">Of a file.</param>
internal sealed record Attachment(
    string? ContentType = null, JsonElement? Content = null, string? ContentUrl = null, string? Name = null, string? ThumbnailUrl = null)
{
    public override string ToString() => $"Attachment {{ {ContentType} }}";
}
