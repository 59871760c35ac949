using System.Text;

namespace ChatChannels.Conversation.Text;

/// <summary>
/// Folds what would force a French text out of GSM-7: one typographic apostrophe turns an SMS of 160 characters into one of 70.
/// </summary>
public static class LatinFolding
{
    /// <summary>
    /// The text with every Latin letter and sign that GSM-7 lacks in its plain spelling (ç→c, ê→e, œ→oe, «→"). What GSM-7
    /// has stays (é è à ù É Ç), and so does what has no plain spelling: Arabic, emoji.
    /// </summary>
    public static string ToGsm7(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Gsm7.TryMeasure(text, out _) ? text : ByCharacters(text) ?? AsAWhole(text);
    }

    /// <summary>The same for any text, without the shorter ways: composed, folded sign by sign, composed again.</summary>
    internal static string AsAWhole(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed.Of(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Fold(rune) is { } plain)
                folded.Append(plain);
            else
                folded.Append(rune);
        }

        // Again, as what was dropped may have stood between two marks.
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Character by character, as nearly every text can be; null where one of them may compose with its neighbours.</summary>
    private static string? ByCharacters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (SteadyCharacters.Folded(character) is not { } plain)
                return null;
            folded.Append(plain);
        }

        return folded.ToString();
    }

    private static string? Fold(Rune rune)
    {
        if (IsGsm7(rune))
            return null;

        return IsAccent(rune) ? "" : Unaccented.Of(rune.Value) ?? Decompose(rune);
    }

    /// <summary>The compatibility decomposition without its accents (č→c, ﬁ→fi, ²→2, U+202F→space), or null where GSM-7 cannot say it.</summary>
    private static string? Decompose(Rune rune)
    {
        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsGsm7(part))
                plain.Append(part);
            else if (IsAccent(part))
                continue;
            else if (Unaccented.Of(part.Value) is { } spelling)
                plain.Append(spelling);
            else
                return null;
        }

        return plain.ToString();
    }

    private static bool IsGsm7(Rune rune) => rune.IsBmp && Gsm7.Contains((char)rune.Value);

    /// <summary>A combining diacritic. The negating stroke is none: without it ≠ would read =.</summary>
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F and not 0x0338;
}
