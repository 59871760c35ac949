namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>A message of a person to one of our numbers. Personal.</summary>
/// <param name="Id">WhatsApp's own id of it (<c>wamid.…</c>).</param>
/// <param name="From">The person's number, E.164, or their business-scoped id where WhatsApp tells none.</param>
/// <param name="At">When it was sent, to the second; null where that is not told.</param>
internal sealed record Received(string Id, Number To, string From, DateTimeOffset? At, Content Content)
{
    public override string ToString() => $"Received {{ {To} }}";
}
