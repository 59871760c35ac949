using System.Globalization;
using System.Text;

namespace ChatChannels.Conversation.Text;

/// <summary>The one form in which two spellings of the same word meet, in Latin and in Arabic script.</summary>
public static class Folding
{
    /// <summary>
    /// For matching only, never for storing: lower case, no diacritics nor harakat, no tatweel, plain Arabic letters
    /// (presentation forms too), western digits, single spaces. « Yaoundé » meets yaounde, and أحمد meets احمد.
    /// </summary>
    public static string ForMatching(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in WellFormed.Of(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                AppendSpace(folded);
            else if (!IsIgnored(rune))
                AppendLetter(folded, Rune.ToLowerInvariant(rune));
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Accents, harakat and enclosing marks; controls; zero-width and bidi formatting; the tatweel.</summary>
    private static bool IsIgnored(Rune rune) =>
        rune.Value == ArabicFolding.Tatweel
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.Control;

    private static void AppendSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    private static void AppendLetter(StringBuilder folded, Rune lower)
    {
        if (Spelling(lower.Value) is { } spelling)
            folded.Append(spelling);
        else if (lower.IsBmp)
            folded.Append(ArabicFolding.Letter(WesternDigits.Of((char)lower.Value)));
        else
            folded.Append(lower);
    }

    private static string? Spelling(int lower) => lower switch
    {
        'æ' => "ae",
        'ø' => "o",
        'ß' => "ss",
        _ => Unaccented.Of(lower),
    };
}
