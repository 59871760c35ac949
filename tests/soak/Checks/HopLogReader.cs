using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Driver.Loads;

namespace ChatChannels.Soak.Checks;

/// <summary>Reads the driver's <see cref="HopLog"/>, also while it is being written.</summary>
internal static class HopLogReader
{
    public static IReadOnlyList<LoggedSession> Read(string path)
    {
        var sessions = new Dictionary<string, LoggedSession>(StringComparer.Ordinal);
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = file.ReadToEnd();
        // Behind the last end of line stands nothing, or what is being written.
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.Split('\t') is not [var id, var phone, var hop, var typed, var hash, var number])
                throw new InvalidDataException($"This is no line of a hop log: {line}");
            if (!sessions.TryGetValue(id, out var session))
                sessions[id] = session = new LoggedSession(id, phone);
            if (int.Parse(hop, CultureInfo.InvariantCulture) != session.Hops.Count)
                throw new InvalidDataException($"The hop does not follow the one before: {line}");
            session.Hops.Add(new LoggedHop(typed, hash));
            session.CaseNumber ??= number.Length > 0 ? number.Replace(" ", "", StringComparison.Ordinal) : null;
        }

        return [.. sessions.Values];
    }

    /// <summary>A reply's hash as it stands in the log.</summary>
    public static string HashOf(string reply) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reply)).AsSpan(0, 8));
}
