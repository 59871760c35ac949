using System.Text.RegularExpressions;

namespace ChatChannels.Tests.Laws;

public sealed partial class SourceLaws(ITestOutputHelper output)
{
    private const int MostLines = 400;
    private const int WantedLines = 150;

    [Fact]
    public void Files_Length_StopsAt400Lines()
    {
        var lengths = Repository.Files(".cs").Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count())).ToList();
        foreach (var (file, lines) in lengths.Where(length => length.Lines > WantedLines))
            output.WriteLine($"longer than the {WantedLines} lines we aim at: {file} ({lines})");

        Law.NobodyBreaks(
            $"A file is longer than {MostLines} lines:",
            lengths.Where(length => length.Lines > MostLines).Select(length => $"{length.File} ({length.Lines})"));
    }

    [Fact]
    public void Files_PublicTypes_AreOneEachNamedAsTheFile() => Law.NobodyBreaks(
        "A file has two public types, or one by another name:",
        from file in Repository.Files(".cs")
        let types = PublicTypes(Text(file))
        let expected = Path.GetFileName(file).Split('.')[0]
        where types.Count > 1 || !types.All(type => type.Equals(expected, StringComparison.Ordinal))
        select $"{file}: {string.Join(", ", types)}");

    [Fact]
    public void Code_Words_NameNoFund() => Law.NobodyBreaks(
        "A fund is content and has no name in code:",
        Matches(ProductFiles, FundName()));

    [Fact]
    public void Code_Logging_IsGenerated() => Law.NobodyBreaks(
        "A log line is written by an extension method instead of a [LoggerMessage]:",
        Matches(ProductFiles, LogExtension()));

    // A ban list cannot say this outside Conversation: generated validators of options read the culture themselves.
    [Fact]
    public void Code_Language_IsNeverTheAmbientCulture() => Law.NobodyBreaks(
        "The ambient culture is read instead of the environment's language:",
        Matches(ProductFiles, AmbientCulture()));

    private static IEnumerable<string> ProductFiles =>
        Repository.Files(".cs").Where(file =>
            !file.StartsWith("tests/", StringComparison.Ordinal) && !file.StartsWith("bench/", StringComparison.Ordinal));

    private static string Text(string file) => File.ReadAllText(Repository.PathOf(file));

    private static HashSet<string> PublicTypes(string text) =>
        PublicType().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Matches(IEnumerable<string> files, Regex pattern) =>
        from file in files
        from line in File.ReadLines(Repository.PathOf(file)).Index()
        where pattern.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    // Top level is column 0, since file-scoped namespaces are law.
    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|struct|interface|enum|record(?: struct| class)?|delegate [^(]+?) (?<name>\w+)(?=[\s<(:;{]|$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();

    // CNPS-22 is the number of a requirement, cited as the source of a rule.
    [GeneratedRegex(@"(?:cnps|cnops|cnss)(?!-\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FundName();

    [GeneratedRegex(@"\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\s*\(|[lL]ogger\.Log\s*\(", RegexOptions.None, 1000)]
    private static partial Regex LogExtension();

    [GeneratedRegex(@"\bCurrent(?:UI)?Culture", RegexOptions.None, 1000)]
    private static partial Regex AmbientCulture();
}
