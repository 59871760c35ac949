using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>One file being read: reads plain values out of nodes and collects what is wrong with them.</summary>
internal sealed class Source(string file, DefectLog log)
{
    private readonly string _file = file;
    private readonly DefectLog _log = log;

    public string File => _file;

    /// <summary>Something is wrong, and yet all was read.</summary>
    public void Report(string kind, int line, string message) => _log.Add(new Defect(kind, _file, line, message));

    /// <summary>Something is so wrong that it was left out.</summary>
    public void Gap(string kind, int line, string message) => _log.AddGap(new Defect(kind, _file, line, message));

    public string? Text(Node? node, string what)
    {
        if (node is Node.Scalar scalar && !string.IsNullOrWhiteSpace(scalar.Text))
            return scalar.Text;
        if (node is Node.Scalar)
            Gap("empty-value", node.Line, $"{what} is empty.");
        else if (node is not null)
            Gap("wrong-shape", node.Line, $"{what} must be a plain value.");
        return null;
    }

    public string? RequiredText(Node.Map map, string key) =>
        TryRequire(map, key, out var entry) ? Text(entry.Value, key) : null;

    public string? OptionalText(Node.Map map, string key) => Text(map.Find(key)?.Value, key);

    /// <summary>A whole number from 1.</summary>
    public int? Number(Node.Map map, string key)
    {
        if (OptionalText(map, key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Gap("not-a-number", map.Find(key)!.Line, $"{key} must be a whole number from 1, not '{text}'.");
        return null;
    }

    public int? RequiredNumber(Node.Map map, string key) => TryRequire(map, key, out _) ? Number(map, key) : null;

    public bool Flag(Node.Map map, string key, bool absent = false)
    {
        var text = OptionalText(map, key);
        if (text is not (null or "true" or "false"))
            Report("not-a-flag", map.Find(key)!.Line, $"{key} must be true or false, not '{text}'.");
        return text is null ? absent : text is "true";
    }

    /// <summary>Reports a key that has another value than the only one it may have.</summary>
    public void Expect(Node.Map map, string key, string value)
    {
        if (OptionalText(map, key) is { } text && !string.Equals(text, value, StringComparison.Ordinal))
            Report("wrong-value", map.Find(key)!.Line, $"{key} can only be {value}, not '{text}'.");
    }

    /// <summary>The values of a list, each once; a single value may stand without brackets.</summary>
    public ImmutableArray<string> Texts(Node? node, string what) => [.. Located(node, what).Select(item => item.Text)];

    /// <summary>The values of a list, each once, with their lines.</summary>
    public ImmutableArray<Node.Scalar> Located(Node? node, string what)
    {
        var read = Nodes(node, what).Where(item => Text(item, what) is not null).OfType<Node.Scalar>().ToList();
        foreach (var again in read.GroupBy(item => item.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            Report("duplicate", again.Line, $"{what} names '{again.Text}' twice.");
        return [.. read.DistinctBy(item => item.Text, StringComparer.Ordinal)];
    }

    /// <summary>A list that must be there and hold something.</summary>
    public ImmutableArray<Node.Scalar> RequiredItems(Node.Map map, string key)
    {
        if (!TryRequire(map, key, out var entry))
            return [];
        if (entry.Value is Node.Items { All.IsEmpty: true })
            Gap("empty-value", entry.Line, $"{key} is empty.");
        return Located(entry.Value, key);
    }

    public ImmutableArray<Node.Map> Maps(Node? node, string what) => node switch
    {
        null => [],
        Node.Items items => [.. items.All.Select(item => AsMap(item, what)).OfType<Node.Map>()],
        _ => Refuse<Node.Map>(node, what),
    };

    public Node.Map? AsMap(Node node, string what)
    {
        if (node is Node.Map map)
            return map;
        Gap("wrong-shape", node.Line, $"{what} must be a map of keys.");
        return null;
    }

    public Node.Map? OptionalMap(Node.Map map, string key) => map.Find(key) is { } entry ? AsMap(entry.Value, key) : null;

    public Node.Map? RequiredMap(Node.Map map, string key) => TryRequire(map, key, out var entry) ? AsMap(entry.Value, key) : null;

    /// <summary>Reports every key that is not known.</summary>
    public void Allow(Node.Map map, params ReadOnlySpan<string> known)
    {
        foreach (var entry in map.Entries)
            if (!known.Contains(entry.Key))
                Report("unknown-key", entry.Line, $"'{entry.Key}' is not known here; known are {string.Join(", ", known.ToArray())}.");
    }

    private ImmutableArray<Node> Nodes(Node? node, string what) => node switch
    {
        null => [],
        Node.Scalar => [node],
        Node.Items items => items.All,
        _ => Refuse<Node>(node, what),
    };

    private bool TryRequire(Node.Map map, string key, [NotNullWhen(true)] out Node.Entry? entry)
    {
        entry = map.Find(key);
        if (entry is null)
            Gap("missing-key", map.Line, $"'{key}' is missing.");
        return entry is not null;
    }

    private ImmutableArray<T> Refuse<T>(Node node, string what)
    {
        Gap("wrong-shape", node.Line, $"{what} must be a list.");
        return [];
    }
}
