using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Runtime.Funds;

/// <summary>The folder <c>funds/</c> on disk.</summary>
public sealed class FundFolder(string path)
{
    private const string Common = "common";

    public string Path => path;

    /// <summary>The ids of the funds, in order.</summary>
    public IEnumerable<string> Names => Directory.EnumerateDirectories(path)
        .Select(folder => System.IO.Path.GetFileName(folder))
        .Where(name => name is not Common)
        .Order(StringComparer.Ordinal);

    /// <summary>The files of every fund, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public IReadOnlyList<FundFiles> Read()
    {
        var common = ReadFiles(System.IO.Path.Combine(path, Common));
        return [.. Names.Select(name => new FundFiles(new FundId(name), ReadFiles(System.IO.Path.Combine(path, name)), common))];
    }

    /// <summary>Where the folder is: as configured, in the working directory or above it, or beside the program.</summary>
    public static string Locate(string configured)
    {
        if (System.IO.Path.IsPathRooted(configured))
            return configured;
        for (var above = new DirectoryInfo(Environment.CurrentDirectory); above is not null; above = above.Parent)
        {
            var candidate = System.IO.Path.Combine(above.FullName, configured);
            if (Directory.Exists(System.IO.Path.Combine(candidate, Common)))
                return candidate;
        }

        return System.IO.Path.Combine(AppContext.BaseDirectory, configured);
    }

    private static ImmutableSortedDictionary<string, string> ReadFiles(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(folder, FundLook.MarkFile)).ToImmutableSortedDictionary(
            file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'),
            File.ReadAllText,
            StringComparer.Ordinal)
        : ImmutableSortedDictionary<string, string>.Empty;
}
