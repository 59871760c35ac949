namespace ChatChannels.Conversation.Text;

/// <summary>How many SMS a text costs.</summary>
public static class SmsSegments
{
    /// <summary>One part of a joined SMS, whose header takes 6 octets (8-bit reference, 3GPP TS 23.040, 9.2.3.24.1).</summary>
    private static readonly TextLimits Joined = new(153, 67);

    /// <summary>
    /// Segments of a text: none for an empty one. Counted by packing, as an escape or surrogate pair that would straddle
    /// two segments moves whole to the second.
    /// </summary>
    public static int Count(string text)
    {
        var size = TextMeasure.Of(text);
        if (size.Units <= TextLimits.SingleSms.For(size.Alphabet))
            return size.Units == 0 ? 0 : 1;

        var room = Joined.For(size.Alphabet);
        var (segments, used) = (1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var cost = size.Alphabet is Alphabet.Gsm7 ? Gsm7.Cost((char)rune.Value) : rune.Utf16SequenceLength;
            (segments, used) = used + cost > room ? (segments + 1, cost) : (segments, used + cost);
        }

        return segments;
    }
}
