using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Conversation.Text;

/// <summary>
/// A text with places to fill, parsed once: <c>Votre numéro : {case-number}</c>. Names are kebab-case; <c>{{</c> and
/// <c>}}</c> are literal braces.
/// </summary>
public sealed class TextTemplate
{
    private readonly ImmutableArray<Part> _parts;

    private TextTemplate(ImmutableArray<Part> parts)
    {
        _parts = parts;
        Placeholders = parts.OfType<Part.Placeholder>().Select(static part => part.Name).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>The names to fill, each once, in ordinal order: two languages of a text have equal sets.</summary>
    public ImmutableSortedSet<string> Placeholders { get; }

    /// <summary>Parses a template, or says what is wrong with it, in English, for the fund's editors.</summary>
    public static bool TryParse(string source, [NotNullWhen(true)] out TextTemplate? template, [NotNullWhen(false)] out string? defect)
    {
        ArgumentNullException.ThrowIfNull(source);
        template = TemplateParser.TryParse(source, out var parts, out defect) ? new TextTemplate(parts) : null;
        return template is not null;
    }

    /// <summary>The text with its values, which are put in as they are. Without placeholders it is always the same string.</summary>
    /// <exception cref="InvalidOperationException">A value is missing; the loader proves that none can be.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return _parts switch
        {
            [] => "",
            [Part.Literal(var only)] => only,
            _ => string.Concat(_parts.Select(part => part.Show(values))),
        };
    }

    /// <summary>One stretch of a template.</summary>
    internal abstract record Part
    {
        private Part()
        {
        }

        public abstract string Show(IReadOnlyDictionary<string, string> values);

        public sealed record Literal(string Text) : Part
        {
            public override string Show(IReadOnlyDictionary<string, string> values) => Text;
        }

        public sealed record Placeholder(string Name) : Part
        {
            public override string Show(IReadOnlyDictionary<string, string> values) =>
                values.TryGetValue(Name, out var value) ? value : throw new InvalidOperationException($"No value for {{{Name}}}.");
        }
    }
}
