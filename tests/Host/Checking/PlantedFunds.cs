namespace ChatChannels.Tests.Host.Checking;

/// <summary>A copy of the funds that a test may spoil.</summary>
internal sealed class PlantedFunds : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("chatchannels-funds-");

    /// <summary>Copies them.</summary>
    /// <param name="only">The funds to copy, beside what all share; none for all there are.</param>
    public PlantedFunds(params string[] only)
    {
        foreach (var part in only.Length == 0 ? [""] : (string[])["common", .. only])
            Copy(Repository.PathOf($"funds/{part}"), Path.Combine(Folder, part));
    }

    public string Folder => Path.Combine(_root.FullName, "funds");

    /// <summary>The folder's neighbour, where diagrams go.</summary>
    public string Diagrams => Path.Combine(_root.FullName, "docs", "flows");

    /// <summary>Replaces a text that stands in a file once.</summary>
    public void Change(string file, string old, string replacement)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Single(text.Split(old)[1..]);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>A second fund like one there is.</summary>
    public void Double(string fund, string name) => Copy(Path.Combine(Folder, fund), Path.Combine(Folder, name));

    /// <summary>The line, from 1, on which a file says something.</summary>
    public int LineOf(string file, string text) =>
        1 + Array.FindIndex(File.ReadAllLines(Path.Combine(Folder, file)), line => line.Contains(text, StringComparison.Ordinal));

    public void Dispose() => _root.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
