namespace ChatChannels.Conversation.Text;

/// <summary>Reads the digits of Arabic keyboards as western ones.</summary>
public static class WesternDigits
{
    /// <summary>The text with ٠–٩ (U+0660) and ۰–۹ (U+06F0) as 0–9.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyInRange('\u0660', '\u06F9')
            ? string.Create(text.Length, text, static (digits, source) =>
            {
                for (var index = 0; index < digits.Length; index++)
                    digits[index] = Of(source[index]);
            })
            : text;
    }

    /// <summary>The western digit of an Arabic-Indic one; any other character stays.</summary>
    public static char Of(char character) => character switch
    {
        >= '\u0660' and <= '\u0669' => (char)(character - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(character - '\u06F0' + '0'),
        _ => character,
    };
}
