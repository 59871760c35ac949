using System.Globalization;

namespace ChatChannels.Soak;

/// <summary>The table that a run closes with.</summary>
internal static class Table
{
    public static void Row(this TextWriter output, string what, long count) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what,-40} | {count,12:N0} |"));
}
