namespace ChatChannels.Conversation.Text;

/// <summary>Arabic letters that people write for one another; for matching only, never for storing.</summary>
public static class ArabicFolding
{
    public const char Tatweel = '\u0640';

    /// <summary>
    /// The letter under which the variants meet: أ إ آ ٱ→ا, ى ی→ي, ة→ه, ک→ك. A hamza that Unicode can take apart (ؤ ئ) is
    /// given apart, and dropped with the other marks.
    /// </summary>
    public static char Letter(char letter) => letter switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' or 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' or 'ۃ' or 'ہ' or 'ھ' or 'ە' => 'ه',
        'ک' => 'ك',
        _ => letter,
    };
}
