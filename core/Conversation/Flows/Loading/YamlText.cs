using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads YAML text into nodes that know their lines.</summary>
internal static class YamlText
{
    /// <summary>No content needs more; deeper nesting could exhaust the stack.</summary>
    private const int DeepestNesting = 32;

    public static Node.Map? Read(Source source, string text)
    {
        var parser = new Parser(Reader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _) && Read(source, parser, DeepestNesting) is Node.Map root && IsLast(parser))
                return root;
            source.Gap("not-a-map", 1, "The file must hold one map of keys.");
        }
        catch (YamlException broken)
        {
            source.Gap("yaml", (int)Math.Max(1, broken.Start.Line), $"Not valid YAML: {broken.Message}");
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            // So the parser refuses some misplaced signs, and words that are cut off, instead of by a YamlException.
            source.Gap("yaml", (int)Math.Max(1, parser.Current?.End.Line ?? 1), "Not valid YAML: a sign here, or on the next line, is misplaced.");
        }

        return null;
    }

    private static bool IsLast(Parser parser) => parser.TryConsume<DocumentEnd>(out _) && parser.Accept<StreamEnd>(out _);

#pragma warning disable RS0030 // reads memory, not a file
    private static System.IO.StringReader Reader(string text) => new(text);
#pragma warning restore RS0030

    /// <summary>Reads the node that comes next. An alias could make one hold itself, and is not read.</summary>
    private static Node Read(Source source, Parser parser, int depth)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return new Node.Scalar(scalar.Value, (int)scalar.Start.Line);
        if (depth > 0 && parser.TryConsume<SequenceStart>(out var items))
            return new Node.Items(ReadItems(source, parser, depth - 1), (int)items.Start.Line);
        if (depth > 0 && parser.TryConsume<MappingStart>(out var map))
            return new Node.Map(ReadEntries(source, parser, depth - 1), (int)map.Start.Line);
        throw new SemanticErrorException(parser.Current!.Start, parser.Current.End, $"aliases are not read, nor more than {DeepestNesting} levels.");
    }

    private static ImmutableArray<Node> ReadItems(Source source, Parser parser, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Read(source, parser, depth));
        return items.DrainToImmutable();
    }

    private static ImmutableArray<Node.Entry> ReadEntries(Source source, Parser parser, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<Node.Entry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var entry = new Node.Entry(key.Value, (int)key.Start.Line, Read(source, parser, depth));
            if (keys.Add(entry.Key))
                entries.Add(entry);
            else
                source.Gap("yaml", entry.Line, $"The key '{entry.Key}' stands twice.");
        }

        return entries.DrainToImmutable();
    }
}
