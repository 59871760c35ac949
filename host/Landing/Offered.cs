namespace ChatChannels.Host.Landing;

/// <summary>What a visitor may open beside the chats.</summary>
/// <param name="Simulator">The simulator.</param>
/// <param name="Documents">The documents of the source, and the health of the service.</param>
internal sealed record Offered(bool Simulator, bool Documents);
