using System.Globalization;

namespace ChatChannels.Conversation.Text;

/// <summary>A text seen as what a reader calls letters: an emoji or an accented letter is one, and is never cut.</summary>
internal sealed class Graphemes
{
    private readonly ImmutableArray<int> _starts;

    public Graphemes(string text) => (Text, _starts) = (text, [.. StringInfo.ParseCombiningCharacters(text)]);

    public string Text { get; }

    public int Count => _starts.Length;

    /// <summary>The graphemes of a text without the white space at its ends.</summary>
    public static Graphemes Trimmed(string text)
    {
        var whole = new Graphemes(text);
        return new Graphemes(whole.Slice(0, whole.Count));
    }

    /// <summary>Where a grapheme starts in the text, in UTF-16 units; the text's end for <see cref="Count"/>.</summary>
    public int Start(int index) => index < Count ? _starts[index] : Text.Length;

    public ReadOnlySpan<char> this[int index] => Text.AsSpan(Start(index), Start(index + 1) - Start(index));

    /// <summary>The text of the graphemes from <paramref name="from"/> up to, not with, <paramref name="to"/>; no white space at its ends.</summary>
    public string Slice(int from, int to)
    {
        while (from < to && IsSpace(from))
            from++;

        while (to > from && IsSpace(to - 1))
            to--;

        return Text[Start(from)..Start(to)];
    }

    /// <summary>White space a text may be cut at: not the no-break ones, nor a space that carries a combining mark.</summary>
    public bool IsSpace(int index)
    {
        var grapheme = this[index];
        return grapheme.IsWhiteSpace() && grapheme[0] is not ('\u00A0' or '\u2007' or '\u202F');
    }

    public bool IsLineEnd(int index) => this[index] is "\n" or "\r\n" or "\r";

    /// <summary>A space between two digits holds one number together: half an amount would be a wrong amount.</summary>
    public bool HoldsNumber(int index) =>
        this[index] is " " && index > 0 && index + 1 < Count && char.IsAsciiDigit(this[index - 1][0]) && char.IsAsciiDigit(this[index + 1][0]);
}
