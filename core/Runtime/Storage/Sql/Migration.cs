using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>A numbered file of SQL, applied once and never changed after.</summary>
internal sealed record Migration(long Number, string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The migrations of a database that this program carries, in order.</summary>
    public static IReadOnlyList<Migration> All(string folder)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"migrations/{folder}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(
                long.Parse(name.AsSpan(prefix.Length, 4), System.Globalization.CultureInfo.InvariantCulture),
                name[prefix.Length..],
                new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd()))];
    }
}
