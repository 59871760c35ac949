namespace ChatChannels.Tests;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] NotSource = ["artifacts", "bin", "obj", "node_modules"];

    /// <summary>The folder of <c>ChatChannels.sln</c>, as a full path.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of something in the repository, named with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Every source file with this ending (<c>.cs</c>), by its path from the root with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files(string ending) =>
        [.. FilesUnder(new DirectoryInfo(Root))
            .Where(file => file.EndsWith(ending, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> FilesUnder(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName).Concat(
            folder.EnumerateDirectories()
                .Where(child => !child.Name.StartsWith('.') && !NotSource.Contains(child.Name))
                .SelectMany(FilesUnder));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatChannels.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No ChatChannels.sln above {AppContext.BaseDirectory}.");
    }
}
