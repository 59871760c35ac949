using System.Globalization;

namespace ChatChannels.Conversation.Answers;

/// <summary>The scripts that names of the three countries are written in: Latin, with its African letters, and Arabic.</summary>
internal static class Script
{
    /// <summary>A letter of either script.</summary>
    public static bool IsLetter(char sign) => char.IsLetter(sign) && (IsLatin(sign) || IsArabic(sign));

    /// <summary>A mark written over or under a letter: tones (<c>ɛ́</c>) and Arabic vowels.</summary>
    public static bool IsMark(char sign) =>
        char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark && (IsCombining(sign) || IsArabic(sign));

    /// <summary>Typographic apostrophes become the one a phone can show.</summary>
    public static string WithPlainApostrophes(string text) =>
        text.Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u02BC', '\'').Replace('`', '\'');

    // Basic Latin to Latin Extended-B, IPA letters (ɔ ɛ ŋ of Ewe, Ewondo …), Latin Extended Additional.
    private static bool IsLatin(char sign) => sign is <= '\u02AF' or (>= '\u1E00' and <= '\u1EFF');

    private static bool IsArabic(char sign) =>
        sign is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\u08A0' and <= '\u08FF');

    private static bool IsCombining(char sign) => sign is >= '\u0300' and <= '\u036F';
}
