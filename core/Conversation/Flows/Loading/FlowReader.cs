namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads one flow's file.</summary>
internal sealed class FlowReader(LoadedParts parts, ImmutableArray<Defect>.Builder defects)
{
    public FlowDraft? Read(string path, string text)
    {
        var source = new Source(path, defects);
        if (YamlText.Read(source, text) is not { } root)
            return null;
        source.Allow(root, "service", "version", "start", "sensitive", "prove-by", "covers", "carry-over", "states");
        var name = source.RequiredText(root, "service");
        var start = source.RequiredText(root, "start");
        CheckName(source, root, path, name);
        if (name is null || start is null || root.Find("states")?.Value is not Node.Map states)
        {
            source.Report("no-states", root.Line, "A flow needs service, version, start and a map of states.");
            return null;
        }

        var reader = new StateReader(source, name, parts);
        ImmutableArray<State> read = [.. states.Entries.Select(entry => ReadState(source, reader, entry)).OfType<State>()];
        return new FlowDraft
        {
            Name = name,
            Version = source.Number(root, "version") ?? Missing(source, root),
            File = path,
            Start = start,
            StartLine = root.Find("start")!.Line,
            Sensitive = source.Flag(root, "sensitive"),
            ProveBy = source.Texts(root.Find("prove-by")?.Value, "prove-by"),
            Covers = source.Texts(root.Find("covers")?.Value, "covers"),
            States = read,
            Arrows = reader.Arrows,
            CarryOvers = [.. source.Maps(root.Find("carry-over")?.Value, "carry-over").Select(map => ReadCarryOver(source, map))],
            ByName = read.ToImmutableDictionary(state => state.Name, StringComparer.Ordinal),
        };
    }

    private static State? ReadState(Source source, StateReader reader, Node.Entry entry) =>
        source.AsMap(entry.Value, $"State '{entry.Key}'") is { } map ? reader.Read(entry.Key, map with { Line = entry.Line }) : null;

    private static void CheckName(Source source, Node.Map root, string path, string? name)
    {
        var file = path["services/".Length..].Split('.')[0];
        if (name is not null && !string.Equals(name, file, StringComparison.Ordinal))
            source.Report("service-name", root.Find("service")!.Line, $"The file is named '{file}' but says service '{name}'.");
    }

    private static int Missing(Source source, Node.Map root)
    {
        source.Report("missing-key", root.Line, "'version' is missing.");
        return 0;
    }

    private static CarryOver ReadCarryOver(Source source, Node.Map map)
    {
        source.Allow(map, "from", "states", "answers");
        return new CarryOver(source.Number(map, "from") ?? 0, Names(source, map, "states"), Names(source, map, "answers"), map.Line);
    }

    private static ImmutableDictionary<string, string> Names(Source source, Node.Map map, string key) =>
        map.Find(key)?.Value is Node.Map names
            ? names.Entries.ToImmutableDictionary(entry => entry.Key, entry => source.Text(entry.Value, entry.Key) ?? "", StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;
}
