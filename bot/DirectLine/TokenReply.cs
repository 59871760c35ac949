namespace ChatChannels.Bot.DirectLine;

/// <summary>What every call that gives a token answers.</summary>
/// <param name="ConversationId">The conversation that it opens.</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="StreamUrl">Where its stream is opened within a minute; only of a conversation that was begun.</param>
internal sealed record TokenReply(
    string ConversationId,
    string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null)
{
    public override string ToString() => "TokenReply { *** }";
}
