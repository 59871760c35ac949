using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Bot.WebChat;

/// <summary>The first screen of a conversation that nobody has begun yet: the page shows it before its script is there.</summary>
internal static class Opening
{
    public static Prompt Of(Fund fund, Language language, DateTimeOffset now)
    {
        var session = new Session
        {
            Key = new SessionKey(fund.Id, Channel.Web, ""),
            Address = new Address(Channel.Web, ""),
            Version = 1,
            Language = language,
            StartedAt = now,
            LastAt = now,
        };
        var surroundings = new Surroundings(now, TurnDecider.Today(fund, now), fund.Languages);
        return ConversationEngine.Advance(session, new Input.Dialled([], Known: language), fund, surroundings)
            .Effects.OfType<Effect.Show>().Last().Prompt;
    }
}
