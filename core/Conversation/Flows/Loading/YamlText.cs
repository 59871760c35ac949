using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads YAML text into nodes that know their lines.</summary>
internal static class YamlText
{
    /// <summary>No content needs more; deeper nesting could exhaust the stack.</summary>
    private const int DeepestNesting = 32;

    public static Node.Map? Read(Source source, string text)
    {
        try
        {
            if (!IsWanted(source, text))
                return null;
            var stream = new YamlStream();
            stream.Load(Reader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return Convert(source, root);
            source.Gap("not-a-map", 1, "The file must hold one map of keys.");
        }
        catch (YamlException broken)
        {
            source.Gap("yaml", (int)Math.Max(1, broken.Start.Line), $"Not valid YAML: {broken.Message}");
        }
        catch (ArgumentException)
        {
            // So YamlDotNet refuses a key or value that is cut off, instead of by a YamlException; it tells no line.
            source.Gap("yaml", 1, "Not valid YAML: a key or a value somewhere in the file is cut off.");
        }

        return null;
    }

    /// <summary>Scans the text before nodes are made of it: an alias could make a node hold itself.</summary>
    private static bool IsWanted(Source source, string text)
    {
        var parser = new Parser(Reader(text));
        var (depth, line) = (0, 1);
        try
        {
            while (parser.MoveNext())
            {
                line = (int)parser.Current!.End.Line;
                depth += parser.Current.NestingIncrease;
                if (parser.Current is not AnchorAlias && depth <= DeepestNesting)
                    continue;
                source.Gap("yaml", (int)parser.Current.Start.Line, $"Aliases are not read, nor more than {DeepestNesting} levels.");
                return false;
            }
        }
        catch (InvalidOperationException)
        {
            // So the parser refuses some misplaced signs, instead of by a YamlException.
            source.Gap("yaml", line, "Not valid YAML: a sign here, or on the next line, is misplaced.");
            return false;
        }

        return true;
    }

#pragma warning disable RS0030 // reads memory, not a file
    private static System.IO.StringReader Reader(string text) => new(text);
#pragma warning restore RS0030

    private static Node Convert(Source source, YamlNode node)
    {
        var line = (int)node.Start.Line;
        return node switch
        {
            YamlScalarNode scalar => new Node.Scalar(scalar.Value ?? "", line),
            YamlSequenceNode sequence => new Node.Items([.. sequence.Select(item => Convert(source, item))], line),
            YamlMappingNode map => Convert(source, map),
            _ => new Node.Scalar("", line),
        };
    }

    private static Node.Map Convert(Source source, YamlMappingNode map)
    {
        ImmutableArray<Node.Entry> entries =
            [.. map.Children.Select(pair => new Node.Entry(pair.Key.ToString(), (int)pair.Key.Start.Line, Convert(source, pair.Value)))];
        // The same word with two tags is two keys to YAML.
        foreach (var again in entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            source.Gap("yaml", again.Line, $"The key '{again.Key}' stands twice.");
        return new Node.Map([.. entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal)], (int)map.Start.Line);
    }
}
