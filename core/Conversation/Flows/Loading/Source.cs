using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>One file being read: reads plain values out of nodes and collects what is wrong with them.</summary>
internal sealed class Source(string file, ImmutableArray<Defect>.Builder defects)
{
    public string File => file;

    public void Report(string kind, int line, string message) => defects.Add(new Defect(kind, file, line, message));

    public string? Text(Node? node, string what)
    {
        if (node is Node.Scalar scalar)
            return scalar.Text;
        if (node is not null)
            Report("wrong-shape", node.Line, $"{what} must be a plain value.");
        return null;
    }

    public string? RequiredText(Node.Map map, string key) =>
        TryRequire(map, key, out var entry) ? Text(entry.Value, key) : null;

    public string? OptionalText(Node.Map map, string key) => Text(map.Find(key)?.Value, key);

    public int? Number(Node.Map map, string key)
    {
        if (OptionalText(map, key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Report("not-a-number", map.Find(key)!.Line, $"{key} must be a whole number, not '{text}'.");
        return null;
    }

    public bool Flag(Node.Map map, string key)
    {
        var text = OptionalText(map, key);
        if (text is not (null or "true" or "false"))
            Report("not-a-flag", map.Find(key)!.Line, $"{key} must be true or false, not '{text}'.");
        return text is "true";
    }

    public ImmutableArray<string> Texts(Node? node, string what) => node switch
    {
        null => [],
        Node.Scalar scalar => [scalar.Text],
        Node.Items items => [.. items.All.Select(item => Text(item, what)).OfType<string>()],
        _ => Refuse<string>(node, what),
    };

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
        Report("wrong-shape", node.Line, $"{what} must be a map of keys.");
        return null;
    }

    /// <summary>Reports every key that is not known.</summary>
    public void Allow(Node.Map map, params ReadOnlySpan<string> known)
    {
        foreach (var entry in map.Entries)
            if (!known.Contains(entry.Key))
                Report("unknown-key", entry.Line, $"'{entry.Key}' is not known here; known are {string.Join(", ", known.ToArray())}.");
    }

    private bool TryRequire(Node.Map map, string key, [NotNullWhen(true)] out Node.Entry? entry)
    {
        entry = map.Find(key);
        if (entry is null)
            Report("missing-key", map.Line, $"'{key}' is missing.");
        return entry is not null;
    }

    private ImmutableArray<T> Refuse<T>(Node node, string what)
    {
        Report("wrong-shape", node.Line, $"{what} must be a list.");
        return [];
    }
}
