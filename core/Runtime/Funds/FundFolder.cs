using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Runtime.Funds;

/// <summary>The folder <c>funds/</c> on disk.</summary>
public sealed class FundFolder(string path)
{
    private const string Common = "common";

    public string Path => path;

    /// <summary>The files of every fund, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public IReadOnlyList<FundFiles> Read()
    {
        var common = ReadFiles(System.IO.Path.Combine(path, Common));
        return [.. Directory.EnumerateDirectories(path)
            .Select(folder => System.IO.Path.GetFileName(folder))
            .Where(name => name is not Common)
            .Order(StringComparer.Ordinal)
            .Select(name => new FundFiles(new FundId(name), ReadFiles(System.IO.Path.Combine(path, name)), common))];
    }

    /// <summary>Where the folder is: as configured, beside the working directory or beside the program.</summary>
    public static string Locate(string configured)
    {
        if (System.IO.Path.IsPathRooted(configured) || Directory.Exists(configured))
            return configured;
        var beside = System.IO.Path.Combine(AppContext.BaseDirectory, configured);
        return Directory.Exists(beside) ? beside : configured;
    }

    private static ImmutableSortedDictionary<string, string> ReadFiles(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).ToImmutableSortedDictionary(
            file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'),
            File.ReadAllText,
            StringComparer.Ordinal)
        : ImmutableSortedDictionary<string, string>.Empty;
}
