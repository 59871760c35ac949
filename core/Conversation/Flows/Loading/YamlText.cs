using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads YAML text into nodes that know their lines.</summary>
internal static class YamlText
{
    public static Node.Map? Read(Source source, string text)
    {
        try
        {
            var stream = new YamlStream();
#pragma warning disable RS0030 // reads memory, not a file
            stream.Load(new System.IO.StringReader(text));
#pragma warning restore RS0030
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return (Node.Map)Convert(root);
            source.Report("not-a-map", 1, "The file must hold one map of keys.");
        }
        catch (YamlException broken)
        {
            source.Report("yaml", (int)broken.Start.Line, $"Not valid YAML: {broken.Message}");
        }

        return null;
    }

    private static Node Convert(YamlNode node)
    {
        var line = (int)node.Start.Line;
        return node switch
        {
            YamlScalarNode scalar => new Node.Scalar(scalar.Value ?? "", line),
            YamlSequenceNode sequence => new Node.Items([.. sequence.Select(Convert)], line),
            YamlMappingNode map => new Node.Map(
                [.. map.Children.Select(pair => new Node.Entry(pair.Key.ToString(), (int)pair.Key.Start.Line, Convert(pair.Value)))], line),
            _ => new Node.Scalar("", line),
        };
    }
}
