using System.Text;
using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Text;

/// <summary>Takes a template's source apart into literal text and placeholders.</summary>
internal static partial class TemplateParser
{
    public static bool TryParse(string source, out ImmutableArray<TextTemplate.Part> parts, out string? defect)
    {
        var found = ImmutableArray.CreateBuilder<TextTemplate.Part>();
        var literal = new StringBuilder();
        (parts, defect) = ([], null);
        foreach (var token in Tokens().EnumerateMatches(source))
        {
            var text = source.AsSpan(token.Index, token.Length);
            if (text is "{" or "}")
            {
                defect = $"a lone '{text}' at character {token.Index + 1}; write it twice for a brace, or close a kebab-case name";
                return false;
            }

            if (text[0] == '{' && text[^1] == '}')
            {
                Flush(literal, found);
                found.Add(Placeholder(text[1..^1].ToString()));
            }
            else
                literal.Append(text is "{{" or "}}" ? text[..1] : text);
        }

        Flush(literal, found);
        parts = found.ToImmutable();
        return true;
    }

    private static TextTemplate.Part Placeholder(string inside) => inside.Split(' ') is [var name, var unit]
        ? new TextTemplate.Part.Counted(name, unit, InWords: null)
        : new TextTemplate.Part.Placeholder(inside);

    private static void Flush(StringBuilder literal, ImmutableArray<TextTemplate.Part>.Builder found)
    {
        if (literal.Length > 0)
            found.Add(new TextTemplate.Part.Literal(literal.ToString()));

        literal.Clear();
    }

    /// <summary>Every character of a source is in one token: a doubled brace, a placeholder, a lone brace, or text without braces.</summary>
    [GeneratedRegex(@"\{\{|\}\}|\{[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*(?: [a-z]+)?\}|[{}]|[^{}]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}
