namespace ChatChannels.Conversation.Text;

/// <summary>The room one screen or message has: <paramref name="Septets"/> for a GSM-7 text, <paramref name="Units"/> for a UCS-2 one.</summary>
public sealed record TextLimits(int Septets, int Units)
{
    /// <summary>A USSD string of 160 octets: 182 septets (3GPP TS 23.038, 6.1.2.3) or 80 units. Gateways may give less.</summary>
    public static readonly TextLimits Ussd = new(182, 80);

    /// <summary>A single SMS of 140 octets: 160 septets or 70 units (3GPP TS 23.040).</summary>
    public static readonly TextLimits SingleSms = new(160, 70);

    /// <summary>The room the alphabet has.</summary>
    public int For(Alphabet alphabet) => alphabet is Alphabet.Gsm7 ? Septets : Units;

    /// <summary>Whether the text fits, by its own alphabet.</summary>
    public bool Fit(string text)
    {
        var size = TextMeasure.Of(text);
        return size.Units <= For(size.Alphabet);
    }
}
