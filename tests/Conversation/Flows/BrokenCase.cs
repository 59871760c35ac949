using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Tests.Conversation.Flows;

/// <summary>
/// One change that breaks the sound fund, as <c>broken/&lt;kind&gt;.patch</c> writes it, several as <c>&lt;kind&gt;.&lt;variant&gt;.patch</c>:
/// a file's path, then the lines taken out (<c>-</c>, found once) and put in their place (<c>+</c>). Lines put in for none are added at
/// the end; a path followed by <c>deleted</c> takes the file away. A comment <c># defect: &lt;kind&gt;</c> stands where one is to be found.
/// </summary>
internal sealed partial record BrokenCase(string Name, string Patch)
{
    public const string Folder = "tests/Conversation/Flows/broken";

    private const string Common = "../common/";

    public static ImmutableArray<BrokenCase> All { get; } =
    [
        .. Repository.Files(".patch")
            .Where(file => file.StartsWith($"{Folder}/", StringComparison.Ordinal))
            .Select(file => new BrokenCase(Path.GetFileNameWithoutExtension(file), File.ReadAllText(Repository.PathOf(file)))),
    ];

    /// <summary>The kind of defect it is about.</summary>
    public string Kind => Name.Split('.')[0];

    public static BrokenCase Named(string name) => All.Single(broken => string.Equals(broken.Name, name, StringComparison.Ordinal));

    public FundFiles Break(FundFiles files) => Hunk().Matches(Patch).Aggregate(files, Apply);

    /// <summary>The places marked in a fund's files, and in the patch for a file that is gone.</summary>
    public IEnumerable<string> Expected(FundFiles broken) =>
    [
        .. Deleted().Matches(Patch).Select(gone => $"{gone.Groups["file"].Value}:1: {gone.Groups["kind"].Value}"),
        .. broken.Common.SelectMany(file => Marks(Common + file.Key, file.Value)),
        .. broken.Own.SelectMany(file => Marks(file.Key, file.Value)),
    ];

    private static IEnumerable<string> Marks(string path, string text) =>
        from line in text.Split('\n').Index()
        where line.Item.Contains("# defect: ", StringComparison.Ordinal)
        from kind in line.Item.Split("# defect: ")[1].Split(',', StringSplitOptions.TrimEntries)
        select $"{path}:{line.Index + 1}: {kind}";

    private static FundFiles Apply(FundFiles files, Match hunk)
    {
        var path = hunk.Groups["file"].Value;
        return path.StartsWith(Common, StringComparison.Ordinal)
            ? files with { Common = Apply(files.Common, path[Common.Length..], hunk) }
            : files with { Own = Apply(files.Own, path, hunk) };
    }

    private static ImmutableSortedDictionary<string, string> Apply(ImmutableSortedDictionary<string, string> files, string path, Match hunk)
    {
        if (hunk.Groups["deleted"].Success)
            return files.Remove(path);
        var (old, now) = (Lines(hunk, '-'), Lines(hunk, '+'));
        var text = files.GetValueOrDefault(path, "");
        if (old.Length == 0)
            return files.SetItem(path, text + now);
        Assert.Equal(2, text.Split(old).Length);
        return files.SetItem(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    private static string Lines(Match hunk, char sign) => string.Concat(
        hunk.Groups["line"].Captures.Select(line => line.Value).Where(line => line[0] == sign).Select(line => line[1..]));

    [GeneratedRegex(@"^(?<file>[\w./-]+\.yaml)(?<deleted> deleted.*)?\n(?<line>[-+].*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hunk();

    [GeneratedRegex(@"^(?<file>\S+) deleted # defect: (?<kind>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Deleted();
}
