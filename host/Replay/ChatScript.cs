using System.Collections.Immutable;

namespace ChatChannels.Host.Replay;

/// <summary>A conversation as a test: what the person does, what the phone must show, what must happen.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Comment">The lines before the first step, as written.</param>
public sealed record ChatScript(string Name, ImmutableArray<string> Comment, ChatSetting Setting, ImmutableArray<ChatStep> Steps)
{
    /// <summary>The script as text; reading it again gives the same script.</summary>
    public string Write() => string.Join('\n', [.. Comment, .. Steps.SelectMany(step => step.Write()), ""]);
}
