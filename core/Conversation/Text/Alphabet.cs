namespace ChatChannels.Conversation.Text;

/// <summary>The two alphabets of USSD and SMS (3GPP TS 23.038): 7-bit default, or UTF-16 where one character is outside it.</summary>
public enum Alphabet
{
    /// <summary>GSM 7-bit default alphabet with its extension table.</summary>
    Gsm7,

    /// <summary>UCS-2; in practice UTF-16, an emoji being two units.</summary>
    Ucs2,
}
