using System.Globalization;

namespace ChatChannels.Host.Replay;

/// <summary>Says where a played script first differs from the written one.</summary>
public static class ChatDifference
{
    private const int Around = 3;

    public static string Describe(string name, string written, string played)
    {
        var (expected, actual) = (written.Split('\n'), played.Split('\n'));
        var line = 0;
        while (line < expected.Length && line < actual.Length && string.Equals(expected[line], actual[line], StringComparison.Ordinal))
            line++;
        return string.Create(CultureInfo.InvariantCulture, $"{name}:{line + 1}: written\n{Excerpt(expected, line)}\nplayed\n{Excerpt(actual, line)}");
    }

    private static string Excerpt(string[] lines, int line) =>
        string.Join('\n', lines.Skip(Math.Max(0, line - Around)).Take((2 * Around) + 4).Select(text => $"    {text}"));
}
