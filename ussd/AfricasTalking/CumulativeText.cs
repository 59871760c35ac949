using System.Collections.Immutable;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>
/// Reads a <c>text</c> that carries everything typed since the dial. There is no turn number, and an answer may itself
/// hold <c>*</c>: what is new is what stands behind the last text of the session.
/// </summary>
internal static class CumulativeText
{
    /// <summary>What a text says that the last one did not.</summary>
    /// <param name="dialled">Digits that were dialled behind the fund's own code.</param>
    /// <param name="last">The text of the session's last request, or null before the first.</param>
    public static Reading Read(ImmutableArray<string> dialled, string text, string? last) => last switch
    {
        null => new Reading.Fresh(new Input.Dialled([.. dialled, .. Segments(text)]), text),
        _ when string.Equals(text, last, StringComparison.Ordinal) => new Reading.Repeated(text),
        "" => new Reading.Fresh(new Input.Said(text), text),
        _ when text.StartsWith(last + '*', StringComparison.Ordinal) => new Reading.Fresh(new Input.Said(text[(last.Length + 1)..]), text),
        _ when text.Length == 0 || last.StartsWith(text + '*', StringComparison.Ordinal) => new Reading.Repeated(text),
        _ => new Reading.OutOfStep(),
    };

    public static ImmutableArray<string> Segments(string text) =>
        [.. text.Trim('#').Split('*', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
