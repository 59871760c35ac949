using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Conversation.Text;

/// <summary>
/// A text with places to fill, parsed once: <c>Votre numéro : {case-number}</c>. Names are kebab-case; <c>{{</c> and
/// <c>}}</c> are literal braces. <c>{minutes minutes}</c> shows a number with its unit, in the form that the language has for it.
/// </summary>
public sealed class TextTemplate
{
    private readonly ImmutableArray<Part> _parts;

    private TextTemplate(ImmutableArray<Part> parts)
    {
        _parts = parts;
        Placeholders = parts.Select(static part => part.Fills).OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal);
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

    /// <summary>The units that numbers of this text are counted in.</summary>
    public IEnumerable<string> Units => _parts.OfType<Part.Counted>().Select(static part => part.Unit);

    /// <summary>The template with what is known beforehand put in, and with the words to count in.</summary>
    /// <param name="known">A value that stays the same as long as the text does, or null.</param>
    /// <param name="inWords">For a unit: how a number is shown in it; null where the language has no such unit.</param>
    public TextTemplate Settle(Func<string, string?> known, Func<string, Func<string, string>?> inWords) =>
        new(Joined(_parts.Select(part => part.Settle(known, inWords))));

    private static ImmutableArray<Part> Joined(IEnumerable<Part> parts)
    {
        var joined = new List<Part>();
        foreach (var part in parts)
        {
            if (part is Part.Literal(var text) && joined is [.., Part.Literal(var before)])
                joined[^1] = new Part.Literal(before + text);
            else
                joined.Add(part);
        }

        return [.. joined];
    }

    /// <summary>One stretch of a template.</summary>
    internal abstract record Part
    {
        private Part()
        {
        }

        /// <summary>The name of the value that it shows, or null.</summary>
        public virtual string? Fills => null;

        public abstract string Show(IReadOnlyDictionary<string, string> values);

        public virtual Part Settle(Func<string, string?> known, Func<string, Func<string, string>?> inWords) => this;

        private static string Value(IReadOnlyDictionary<string, string> values, string name) =>
            values.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"No value for {{{name}}}.");

        public sealed record Literal(string Text) : Part
        {
            public override string Show(IReadOnlyDictionary<string, string> values) => Text;
        }

        public sealed record Placeholder(string Name) : Part
        {
            public override string Fills => Name;

            public override string Show(IReadOnlyDictionary<string, string> values) => Value(values, Name);

            public override Part Settle(Func<string, string?> known, Func<string, Func<string, string>?> inWords) =>
                known(Name) is { } value ? new Literal(value) : this;
        }

        /// <summary>A number with its unit.</summary>
        /// <param name="InWords">How the language shows a number of this unit; null until the template is settled.</param>
        public sealed record Counted(string Name, string Unit, Func<string, string>? InWords) : Part
        {
            public override string Fills => Name;

            public override string Show(IReadOnlyDictionary<string, string> values) => InWords is { } show
                ? show(Value(values, Name))
                : throw new InvalidOperationException($"No words for the unit '{Unit}'.");

            public override Part Settle(Func<string, string?> known, Func<string, Func<string, string>?> inWords) => inWords(Unit) switch
            {
                null => this,
                var show when known(Name) is { } value => new Literal(show(value)),
                var show => this with { InWords = show },
            };
        }
    }
}
