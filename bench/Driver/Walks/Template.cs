using System.Collections.Immutable;
using System.Text;

namespace ChatChannels.Driver.Walks;

/// <summary>A text with values in braces: written with what a caller answers, or matched against what a server shows.</summary>
internal sealed class Template
{
    private readonly ImmutableArray<Part> _parts;

    private Template(ImmutableArray<Part> parts) => _parts = parts;

    /// <summary>Reads a text; names that are new are added to <paramref name="names"/>.</summary>
    public static Template Parse(string text, List<string> names)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var rest = text.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            if (close < open)
                throw new FormatException($"A brace is not closed: {text}");
            parts.Add(Literal(rest[..open]));
            parts.Add(new Part([], Index(rest[(open + 1)..close].ToString(), names)));
            rest = rest[(close + 1)..];
        }

        parts.Add(Literal(rest));
        return new Template([.. parts.Where(part => part.Value >= 0 || part.Text.Length > 0)]);
    }

    /// <summary>The text with a caller's values.</summary>
    public byte[] Write(Caller caller) => [.. _parts.SelectMany(part => part.Value < 0 ? part.Text : caller.Value(part.Value) ?? [])];

    /// <summary>Whether the text is this one, octet for octet. A value that is not yet known is learnt: it reaches to the next fixed text.</summary>
    public bool Matches(ReadOnlySpan<byte> text, Caller caller)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var expected = _parts[i].Value < 0 ? _parts[i].Text : caller.Value(_parts[i].Value);
            expected ??= Learn(text, i, caller);
            if (!text.StartsWith(expected))
                return false;
            text = text[expected.Length..];
        }

        return text.IsEmpty;
    }

    private byte[] Learn(ReadOnlySpan<byte> text, int part, Caller caller)
    {
        var end = part + 1 < _parts.Length ? text.IndexOf(_parts[part + 1].Text) : text.Length;
        var learnt = text[..Math.Max(end, 0)].ToArray();
        caller.Learn(_parts[part].Value, learnt);
        return learnt;
    }

    private static Part Literal(ReadOnlySpan<char> text) => new(Encoding.UTF8.GetBytes(text.ToString()), -1);

    private static int Index(string name, List<string> names)
    {
        if (!names.Contains(name, StringComparer.Ordinal))
            names.Add(name);
        return names.IndexOf(name);
    }

    /// <summary>A fixed text, or the number of a value.</summary>
    private readonly record struct Part(byte[] Text, int Value);
}
