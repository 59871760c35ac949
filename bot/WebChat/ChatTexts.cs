using System.Collections.Immutable;

namespace ChatChannels.Bot.WebChat;

/// <summary>The keys of the texts of the page itself, under <c>chat</c>; what is said on it comes from the flows.</summary>
internal static class ChatTexts
{
    public const string Title = "chat.title";
    public const string NoScript = "chat.no-script";
    public const string Welcome = "chat.welcome";
    public const string Privacy = "chat.privacy";
    public const string Open = "chat.open";
    public const string Close = "chat.close";

    /// <summary>Those that the page's script needs too, by their last word; without placeholders.</summary>
    public static readonly ImmutableArray<string> Words =
    [
        "title", "tools", "services", "log", "choices", "answer", "day", "month", "year", "file", "send", "print", "receipt", "you", "them", "typing", "sending", "sent", "waiting",
        "failed", "unfit", "connecting", "offline", "expired",
    ];

    /// <summary>Every key, with the values that its text may show.</summary>
    public static readonly ImmutableDictionary<string, ImmutableArray<string>> Placeholders = Words.Select(Key).Concat([Open, Close])
        .ToImmutableDictionary(key => key, _ => ImmutableArray<string>.Empty, StringComparer.Ordinal)
        .Add(NoScript, ["service-code"])
        .Add(Welcome, ["fund"])
        .Add(Privacy, ["fund", "days"]);

    public static string Key(string word) => $"chat.{word}";
}
