using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatChannels.Bot.Activities;

/// <summary>What a message says without the names of those it is addressed to: in a team or a channel a bot hears only what calls it by name.</summary>
internal static partial class Mentions
{
    /// <summary>The words without mentions; null for a message without words.</summary>
    public static string? Without(Activity message)
    {
        if (message.Text is not { } text)
            return null;
        if (text.Contains("<at", StringComparison.OrdinalIgnoreCase))
            text = Tag().Replace(text, " ");
        foreach (var mention in OfTheBot(message))
            text = text.Replace(mention, " ", StringComparison.OrdinalIgnoreCase);
        return text.Trim();
    }

    /// <summary>How the bot itself is called, where the channel tells: some write names without any tag.</summary>
    private static IEnumerable<string> OfTheBot(Activity message) =>
        message is { Recipient.Id: { } bot, Entities: { ValueKind: JsonValueKind.Array } entities }
            ? entities.EnumerateArray()
                .Where(entity => entity.TextOf("type") is "mention" && string.Equals(entity.PartOf("mentioned").TextOf("id"), bot, StringComparison.Ordinal))
                .Select(entity => entity.TextOf("text")).OfType<string>().Where(text => text.Length > 0)
            : [];

    /// <summary>A mention as Teams and others write it, with or without attributes.</summary>
    [GeneratedRegex(@"<at\b[^>]*>[^<]*</at>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
