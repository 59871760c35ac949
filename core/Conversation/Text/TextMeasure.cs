namespace ChatChannels.Conversation.Text;

/// <summary>Measures texts as a phone network will send them.</summary>
public static class TextMeasure
{
    /// <summary>Septets where the whole text is GSM-7; a single character outside makes all of it UCS-2.</summary>
    public static TextSize Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Gsm7.TryMeasure(text, out var septets)
            ? new TextSize(Alphabet.Gsm7, septets)
            : new TextSize(Alphabet.Ucs2, text.Length);
    }
}
