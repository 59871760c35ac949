using System.Collections.Immutable;

namespace ChatChannels.Host.Replay;

/// <summary>A conversation as a test: what the person does, what the phone must show, what must happen.</summary>
/// <param name="Name">The file's name, with language and channel: <c>employee.fr.ussd.chat</c>.</param>
/// <param name="Comment">The lines before the first step, as written.</param>
public sealed record ChatScript(string Name, ImmutableArray<string> Comment, ChatSetting Setting, ImmutableArray<ChatStep> Steps)
{
    /// <summary>The channel that it goes through; a plain name goes by USSD.</summary>
    public string Channel => Name.Split('.') is [.., var channel, "chat"] && Name.Count(letter => letter == '.') > 2 ? channel : "ussd";

    /// <summary>The language that its person speaks; none for a plain name.</summary>
    public string? Language => Name.Split('.') is [.., var language, _, "chat"] && Name.Count(letter => letter == '.') > 2 ? language : null;

    /// <summary>The script as text; reading it again gives the same script.</summary>
    public string Write() => string.Join('\n', [.. Comment, .. Steps.SelectMany(step => step.Write()), ""]);
}
