using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>
/// Reads a <c>text</c> that carries only the last answer. Nothing tells a copy from the same answer given again but time:
/// nobody reads a screen and answers within <see cref="CopyWindow"/>.
/// </summary>
internal static class LastAnswerText
{
    private static readonly TimeSpan CopyWindow = TimeSpan.FromSeconds(2);

    public static Reading Read(ImmutableArray<string> dialled, string text, string? last, DateTimeOffset now)
    {
        var request = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}|{text}");
        if (last is null)
            return new Reading.Fresh(new Input.Dialled([.. dialled, .. CumulativeText.Segments(text)]), request);
        return IsCopy(last, text, now) ? new Reading.Repeated(last) : new Reading.Fresh(new Input.Said(text), request);
    }

    private static bool IsCopy(string last, string text, DateTimeOffset now) =>
        last.Split('|', 2) is [var at, var lastText]
        && string.Equals(lastText, text, StringComparison.Ordinal)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && now - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) < CopyWindow;
}
