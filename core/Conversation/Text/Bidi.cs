using System.Text;
using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Text;

/// <summary>Keeps numbers, codes and Latin words in their order inside a right-to-left sentence (UAX #9).</summary>
public static partial class Bidi
{
    private const char LeftToRightMark = '\u200E';
    private const char RightToLeftMark = '\u200F';
    private const char LeftToRightIsolate = '\u2066';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>The text between U+2066 and U+2069 (Unicode UAX #9): laid out left to right, whatever is around it.</summary>
    public static string IsolateLeftToRight(string text) => $"{LeftToRightIsolate}{text}{PopDirectionalIsolate}";

    /// <summary>
    /// Isolates every number that its signs or spaces would let fall apart: <c>7286 3731</c>, <c>*237*1#</c>, <c>AB-12</c>. For channels
    /// whose renderers know the isolates, which are of 2013.
    /// </summary>
    public static string IsolateNumbers(string text) => Composed().Replace(text, run => NeedsIsolation(run.Value) ? IsolateLeftToRight(run.Value) : run.Value);

    /// <summary>
    /// A right-to-left text that every renderer lays out in order, those too that do not know the isolates, at the least cost in
    /// characters: a mark U+200E before each run that would fall apart (<c>*237*1#</c>, <c>+237…</c>, <c>12 RUE X</c>), which makes all of it
    /// left to right (N1, W5, W7); and a mark U+200F before a line of Arabic that begins with a Latin word, for a line runs as its first
    /// letter does (P2). Marks what is marked already no more.
    /// </summary>
    public static string Mark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var marked = new StringBuilder(text.Length + 4);
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (line.Start.Value > 0)
                marked.Append('\n');
            MarkLine(text.AsSpan(line), marked);
        }

        return marked.Length == text.Length ? text : marked.ToString();
    }

    private static void MarkLine(ReadOnlySpan<char> line, StringBuilder marked)
    {
        if (OpensTheWrongWay(line))
            marked.Append(RightToLeftMark);
        var end = 0;
        for (var start = LatinRuns.Start(line, 0); start < line.Length; start = LatinRuns.Start(line, end))
        {
            marked.Append(line[end..start]);
            end = LatinRuns.End(line, start);
            var run = line[start..end];
            if (!LatinRuns.IsSteady(run) && (start == 0 || line[start - 1] is not (LeftToRightMark or LeftToRightIsolate)))
                marked.Append(LeftToRightMark);
            marked.Append(run);
            if (!LatinRuns.EndsFirmly(run) && (end == line.Length || line[end] is not (LeftToRightMark or PopDirectionalIsolate)))
                marked.Append(LeftToRightMark);
        }

        marked.Append(line[end..]);
    }

    /// <summary>Whether what gives a line its direction stands before its first Arabic letter: a Latin one, or a mark.</summary>
    private static bool OpensTheWrongWay(ReadOnlySpan<char> line)
    {
        var arabic = FirstRightToLeft(line);
        for (var start = LatinRuns.Start(line, 0); start < arabic; start = LatinRuns.Start(line, LatinRuns.End(line, start)))
        {
            var run = line[start..LatinRuns.End(line, start)];
            if (!char.IsAsciiDigit(run[0]) || !LatinRuns.IsSteady(run))
                return true;
        }

        return false;
    }

    private static int FirstRightToLeft(ReadOnlySpan<char> line)
    {
        for (var index = 0; index < line.Length; index++)
            if (line[index] is RightToLeftMark || (line[index] is >= '\u0590' and <= '\u08FF' && char.IsLetter(line[index])))
                return index;
        return -1;
    }

    private static bool NeedsIsolation(string run) => run.Any(char.IsAsciiDigit) && !run.All(char.IsAsciiLetterOrDigit);

    /// <summary>Latin letters and digits, parted by one space or by signs, and with the signs of dialled codes at the ends.</summary>
    [GeneratedRegex("[+*#]?[0-9A-Za-z\u00C0-\u024F]+(?:(?:[ \u00A0]|[/.,:*#+@_-]+)[0-9A-Za-z\u00C0-\u024F]+)*#?", RegexOptions.NonBacktracking)]
    private static partial Regex Composed();
}
