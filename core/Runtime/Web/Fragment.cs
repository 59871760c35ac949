using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatChannels.Runtime.Web;

/// <summary>Writes an interpolated string as markup: the literal parts as they are, every value escaped.</summary>
[InterpolatedStringHandler]
public readonly ref struct Fragment(int literalLength, int formattedCount)
{
    // Letters of all scripts stay letters: an Arabic page written in character references would be six times as heavy.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(string? text) => _markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Html markup) => _markup.Append(markup.Markup);

    public override string ToString() => _markup.ToString();
}
