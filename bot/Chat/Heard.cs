using System.Globalization;
using ChatChannels.Conversation.Engine;

namespace ChatChannels.Bot.Chat;

/// <summary>What a person sent in a chat, by whichever channel: words, the touch of a button, or a file. Personal.</summary>
/// <param name="Text">What was typed, or the key of the button.</param>
/// <param name="Turn">The turn whose screen the button is on; null for words.</param>
internal sealed record Heard(string Text, long? Turn = null)
{
    /// <summary>The file that was sent; null for words and buttons.</summary>
    public Input.Sent? File { get; init; }

    /// <summary>What a button of a turn's screen carries: buttons stay on the screen when the conversation has gone on.</summary>
    public static string Button(long turn, string key) => string.Create(CultureInfo.InvariantCulture, $"{turn}:{key}");

    /// <summary>A button as it came back, or null for what is none.</summary>
    public static Heard? Touched(string? carried) =>
        carried?.Split(':', 2) is [var turn, { Length: > 0 } key] && long.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Heard(key, number)
            : null;

    public override string ToString() => "Heard { *** }";
}
