using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Conversation.Localization;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Host.Checking;

/// <summary>Where a fund's content says something: file and line, for editors.</summary>
internal sealed class FundPlaces(FundFiles files)
{
    private const string FundFile = "fund.yaml";
    private readonly Dictionary<string, Dictionary<string, int>> _lines = new(StringComparer.Ordinal);

    public static Defect AtState(string kind, Flow flow, State state, string message) => new(kind, flow.File, state.Line, message);

    /// <summary>A defect of <c>fund.yaml</c>, by the dotted key; items of a list are <c>key.0</c>, <c>key.1</c> …</summary>
    public Defect AtFund(string kind, string key, string message) => new(kind, FundFile, LineOf(files.Own, FundFile, key) ?? 1, message);

    /// <summary>A defect of a text: the fund's own, or the common one that it did not replace.</summary>
    public Defect AtText(string kind, Language language, string key, string message)
    {
        var file = $"texts/{language}.yaml";
        return LineOf(files.Own, file, key) is { } own
            ? new Defect(kind, file, own, message)
            : new Defect(kind, $"../common/{file}", LineOf(files.Common, file, key) ?? 1, message);
    }

    private int? LineOf(IReadOnlyDictionary<string, string> folder, string file, string key)
    {
        var name = ReferenceEquals(folder, files.Own) ? file : $"../common/{file}";
        if (!_lines.TryGetValue(name, out var lines))
            _lines[name] = lines = Read(folder.GetValueOrDefault(file, ""));
        return lines.TryGetValue(key, out var line) ? line : null;
    }

    private static Dictionary<string, int> Read(string text)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is [{ RootNode: var root }])
            Flatten(root, "", lines);
        return lines;
    }

    private static void Flatten(YamlNode node, string prefix, Dictionary<string, int> lines)
    {
        var inner = node switch
        {
            YamlMappingNode map => map.Select(pair => (Key: pair.Key.ToString(), pair.Key.Start, pair.Value)),
            YamlSequenceNode list => list.Select((item, i) => (Key: $"{i}", item.Start, Value: item)),
            _ => [],
        };
        foreach (var (key, start, value) in inner)
        {
            lines[prefix + key] = (int)start.Line;
            Flatten(value, $"{prefix}{key}.", lines);
        }
    }
}
