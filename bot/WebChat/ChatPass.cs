namespace ChatChannels.Bot.WebChat;

/// <summary>What a page talks with.</summary>
/// <param name="ConversationId">The one conversation that it opens.</param>
/// <param name="Token">For Direct Line.</param>
/// <param name="Renewal">Gives another pass to the same conversation, for as long as one may lie idle; kept by the page's tab alone.</param>
internal sealed record ChatPass(string ConversationId, string Token, string Renewal);
