namespace ChatChannels.Host.Starting;

/// <summary>What somebody most probably meant by a word that is not known.</summary>
internal static class Nearest
{
    /// <summary>The nearest of the known words; null where none is near: a third of the letters may differ, and two in any case.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var most = Math.Max(2, word.Length / 3);
        return known.Select(candidate => (Candidate: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.Distance <= most)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>The hint behind a sentence; empty where there is none.</summary>
    public static string Hint(string word, IEnumerable<string> known) => To(word, known) is { } near ? $" Did you mean {near}?" : "";

    /// <summary>Letters put in, taken out or replaced (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
