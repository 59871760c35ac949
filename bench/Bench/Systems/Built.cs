namespace ChatChannels.Bench.Systems;

/// <summary>What bench/run has built and installed, beside this program.</summary>
internal static class Built
{
    private static readonly string Root = FindRoot();

    /// <summary>The program of a project, as <c>dotnet</c> takes it.</summary>
    public static string Dll(string project) =>
        Path.Combine(Root, "artifacts", "bin", project, "release", $"ChatChannels.{project}.dll");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ChatChannels.sln")))
            folder = Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new InvalidOperationException("Not in the repository.");
        return folder;
    }
}
