using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Text;

/// <summary>Keeps numbers in their order inside a right-to-left sentence, for channels that honour Unicode isolates.</summary>
public static partial class Bidi
{
    private const char LeftToRightIsolate = '\u2066';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>The text between U+2066 and U+2069 (Unicode UAX #9): laid out left to right, whatever is around it.</summary>
    public static string IsolateLeftToRight(string text) => $"{LeftToRightIsolate}{text}{PopDirectionalIsolate}";

    /// <summary>Isolates every number that its signs or spaces would let fall apart: <c>7286 3731</c>, <c>*237*1#</c>, <c>AB-12</c>.</summary>
    public static string IsolateNumbers(string text) => Composed().Replace(text, run => NeedsIsolation(run.Value) ? IsolateLeftToRight(run.Value) : run.Value);

    private static bool NeedsIsolation(string run) => run.Any(char.IsAsciiDigit) && !run.All(char.IsAsciiLetterOrDigit);

    /// <summary>Latin letters and digits, with the signs and spaces between them, and the signs of dialled codes at the ends.</summary>
    [GeneratedRegex("[+*#]?[0-9A-Za-z\u00C0-\u024F](?:[0-9A-Za-z\u00C0-\u024F \u00A0/.,:*#+@_-]*[0-9A-Za-z\u00C0-\u024F#])?", RegexOptions.NonBacktracking)]
    private static partial Regex Composed();
}
