namespace ChatChannels.Hostility;

/// <summary>What came back for a request.</summary>
/// <param name="Status">HTTP status, or 0 when the connection was closed without a reply.</param>
/// <param name="ContentType">As sent, or null.</param>
internal sealed record Caught(int Status, string? ContentType, byte[] Body, TimeSpan Took);
