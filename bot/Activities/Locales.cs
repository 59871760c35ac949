using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Bot.Activities;

/// <summary>Which of a fund's languages a client means.</summary>
internal static class Locales
{
    /// <summary>The fund's language of a BCP 47 tag (<c>fr-CM</c>), or null.</summary>
    public static Language? Of(Fund fund, string? tag)
    {
        var code = tag?.Split('-')[0];
        foreach (var language in fund.Languages)
        {
            if (string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase))
                return language;
        }

        return null;
    }
}
