using System.Globalization;
using System.Text;

namespace ChatChannels.Conversation.Text;

/// <summary>What every typed text goes through before anything reads it. Never throws, whatever was sent.</summary>
public static class InputCleaning
{
    /// <summary>The longest text read where the caller says nothing, in UTF-16 units.</summary>
    public const int DefaultMaximum = 400;

    /// <summary>
    /// The text in NFC, with western digits and single spaces, without bidi marks, zero-width and control characters or
    /// broken surrogates; cut at a grapheme to <paramref name="maximum"/> UTF-16 units.
    /// </summary>
    public static string Clean(string text, int maximum = DefaultMaximum)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        if (text.Length <= maximum && IsClean(text))
            return text;
        var kept = new StringBuilder();
        foreach (var rune in WellFormed.Of(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                AppendSpace(kept);
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                kept.Append(rune);
        }

        // Composed after the removals, which can bring a letter and its accent together.
        var composed = kept.ToString().Normalize(NormalizationForm.FormC);
        return Shorten(WesternDigits.Of(composed), maximum).TrimEnd(' ');
    }

    /// <summary>Printable ASCII with single spaces, as most of what is typed: there is nothing to do.</summary>
    private static bool IsClean(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange(' ', '~') && text is not ([' ', ..] or [.., ' ']) && !text.Contains("  ", StringComparison.Ordinal);

    private static void AppendSpace(StringBuilder kept)
    {
        if (kept.Length > 0 && kept[^1] != ' ')
            kept.Append(' ');
    }

    private static string Shorten(string text, int maximum)
    {
        var length = 0;
        while (length < text.Length)
        {
            var next = length + StringInfo.GetNextTextElementLength(text, length);
            if (next > maximum)
                break;

            length = next;
        }

        return text[..length];
    }
}
