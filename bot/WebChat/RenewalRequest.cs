namespace ChatChannels.Bot.WebChat;

/// <summary>A page asks for another pass.</summary>
/// <param name="Renewal">Of the pass it had; missing where a new conversation is to begin.</param>
internal sealed record RenewalRequest(string? Renewal);
