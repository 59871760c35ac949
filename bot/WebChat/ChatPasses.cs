using ChatChannels.Bot.DirectLine;
using ChatChannels.Conversation;

namespace ChatChannels.Bot.WebChat;

/// <summary>Hands passes out, and renews them: a phone may sleep longer than a token lives, and its owner goes on where they were.</summary>
internal sealed class ChatPasses(Tokens tokens, Dialogues dialogues, StreamBell bell)
{
    /// <summary>A pass to a conversation that nobody has begun.</summary>
    public ChatPass Begin(FundId fund) => Pass(fund, tokens.Begin(fund));

    /// <summary>Another pass to the conversation of an earlier one; to a new one where that is none of this fund's, too old, or of a conversation that was closed.</summary>
    public async Task<ChatPass> Renew(FundId fund, string? renewal)
    {
        if (renewal is not { Length: > 0 }
            || await tokens.Read(renewal, TokenUse.Renewal) is not { Conversation: { } conversation } held || held.Fund.Id != fund
            || await dialogues.Find(fund, conversation, CancellationToken.None) is { IsClosed: true })
        {
            return Begin(fund);
        }

        bell.Extend(conversation, tokens.Life);
        return Pass(fund, tokens.Of(fund, conversation, held.User));
    }

    private ChatPass Pass(FundId fund, TokenReply reply) => new(reply.ConversationId, reply.Token, tokens.OfRenewal(fund, reply.ConversationId));
}
