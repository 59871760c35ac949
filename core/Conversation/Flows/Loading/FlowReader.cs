namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads one flow's file.</summary>
internal sealed class FlowReader(LoadedParts parts, DefectLog log)
{
    private readonly LoadedParts _parts = parts;
    private readonly DefectLog _log = log;

    /// <summary>Reads a flow's file.</summary>
    /// <param name="prefix">What leads to the folder of what funds share; empty for the fund's own.</param>
    public FlowDraft? Read(string prefix, string path, string text)
    {
        var source = new Source(prefix + path, _log);
        if (YamlText.Read(source, text) is not { } root)
            return null;
        source.Allow(root, "service", "version", "start", "sensitive", "prove-by", "covers", "carry-over", "states");
        var name = NameOf(path);
        CheckName(source, root, name);
        var version = source.RequiredNumber(root, "version");
        var start = source.RequiredText(root, "start");
        var states = source.RequiredMap(root, "states");
        return version is null || start is null || states is null ? null : Read(source, name, root, states) with
        {
            Version = version.Value,
            VersionLine = root.Find("version")!.Line,
            Start = start,
            StartLine = root.Find("start")!.Line,
        };
    }

    private FlowDraft Read(Source source, string name, Node.Map root, Node.Map states)
    {
        var reader = new StateReader(source, name, _parts);
        ImmutableArray<State> read = [.. states.Entries.Select(entry => ReadState(source, reader, entry)).OfType<State>()];
        return new FlowDraft
        {
            Name = name,
            File = source.File,
            Line = root.Line,
            Sensitive = source.Flag(root, "sensitive"),
            ProveBy = source.Texts(root.Find("prove-by")?.Value, "prove-by"),
            ProveByLine = root.Find("prove-by")?.Line ?? root.Line,
            Covers = source.Texts(root.Find("covers")?.Value, "covers"),
            States = read,
            Arrows = reader.Arrows,
            CarryOvers = [.. source.Maps(root.Find("carry-over")?.Value, "carry-over").Select(map => ReadCarryOver(source, map))],
            ByName = read.ToImmutableDictionary(state => state.Name, StringComparer.Ordinal),
        };
    }

    private static State? ReadState(Source source, StateReader reader, Node.Entry entry) =>
        source.AsMap(entry.Value, $"State '{entry.Key}'") is { } map ? reader.Read(entry.Key, map with { Line = entry.Line }) : null;

    /// <summary>The file names the flow, whatever it says inside: <c>services/change.v1.yaml</c> is a <c>change</c>.</summary>
    public static string NameOf(string path) => path["services/".Length..].Split('.')[0];

    private static void CheckName(Source source, Node.Map root, string file)
    {
        if (source.RequiredText(root, "service") is { } name && !string.Equals(name, file, StringComparison.Ordinal))
            source.Report("service-name", root.Find("service")!.Line, $"The file is named '{file}' but says service '{name}'.");
    }

    private static CarryOver ReadCarryOver(Source source, Node.Map map)
    {
        source.Allow(map, "from", "states", "answers");
        return new CarryOver(source.RequiredNumber(map, "from") ?? 0, Names(source, map, "states"), Names(source, map, "answers"), map.Line);
    }

    private static ImmutableDictionary<string, string> Names(Source source, Node.Map map, string key) => source.OptionalMap(map, key) is { } names
        ? names.Entries.ToImmutableDictionary(entry => entry.Key, entry => source.Text(entry.Value, entry.Key) ?? "", StringComparer.Ordinal)
        : ImmutableDictionary<string, string>.Empty;
}
