using System.Globalization;
using System.Text;

namespace ChatChannels.Conversation.Text;

/// <summary>
/// Characters that never compose with what stands beside them (UAX #15, the quick check of NFC): a text of these alone is
/// folded character by character. What each becomes is worked out once.
/// </summary>
internal static class SteadyCharacters
{
    /// <summary>Behind the letters of Latin and Arabic and the general punctuation; what lies further is rare on a phone.</summary>
    private const char End = '\u2200';

    private static readonly string?[] Known = new string?[End];

    /// <summary>What the character becomes in a text for GSM-7, itself where it stays; null where it is not steady, or too rare.</summary>
    public static string? Folded(char character) =>
        character >= End ? null
        : Known[character] is { } known ? known
        : IsSteady(character) ? Known[character] = LatinFolding.AsAWhole(character.ToString())
        : null;

    private static bool IsSteady(char character) =>
        !IsHangulJamo(character)
        && CharUnicodeInfo.GetUnicodeCategory(character)
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned)
        && character.ToString().IsNormalized(NormalizationForm.FormC);

    private static bool IsHangulJamo(char character) => character is >= '\u1100' and <= '\u11FF';
}
