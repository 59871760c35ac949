using ChatChannels.Conversation.Text;

namespace ChatChannels.Conversation.Localization;

/// <summary>Texts as the screens and the SMS of phones carry them.</summary>
public static class PhoneText
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>
    /// Folded into GSM-7 where the language is Latin. A right-to-left text is UCS-2 whatever it says: its no-break spaces stay, which
    /// hold the groups of a number together, and what would fall apart is marked (<see cref="Bidi.Mark"/>).
    /// </summary>
    public static string Of(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return language.IsRightToLeft ? Bidi.Mark(Folded(text)) : LatinFolding.ToGsm7(text);
    }

    private static string Folded(string text) => text.Contains(NoBreakSpace, StringComparison.Ordinal)
        ? string.Join(NoBreakSpace, text.Split(NoBreakSpace).Select(LatinFolding.ToGsm7))
        : LatinFolding.ToGsm7(text);
}
