using YamlDotNet.RepresentationModel;

namespace ChatChannels.Host.Documents;

/// <summary>Reads the content files that are no part of a fund.</summary>
internal static class ContentFile
{
    /// <summary>The map that a file holds.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static YamlMappingNode Read(string path)
    {
        using var text = File.OpenText(path);
        return Root(text) ?? throw new InvalidDataException($"{path} must hold one map of keys.");
    }

    /// <summary>Every plain value of a text of YAML by its dotted key, in the order it is written.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Values(string yaml)
    {
        using var text = new StringReader(yaml);
        return Root(text) is { } root ? [.. Flatten(root, "")] : [];
    }

    public static string? Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;

    public static IEnumerable<string> Texts(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var value) && value is YamlSequenceNode items ? items.Select(item => item.ToString()) : [];

    private static YamlMappingNode? Root(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(YamlMappingNode map, string prefix) => map.SelectMany(entry => entry.Value switch
    {
        YamlMappingNode inner => Flatten(inner, $"{prefix}{entry.Key}."),
        YamlScalarNode value => [KeyValuePair.Create($"{prefix}{entry.Key}", value.Value ?? "")],
        _ => Enumerable.Empty<KeyValuePair<string, string>>(),
    });
}
