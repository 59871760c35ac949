namespace ChatChannels.Conversation.Text;

/// <summary>The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1).</summary>
public static class Gsm7
{
    private const char Escape = '\u001B';

    /// <summary>The basic table, each character at its code; one septet each.</summary>
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅå" +
        "Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ" +
        " !\"#¤%&'()*+,-./" +
        "0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNO" +
        "PQRSTUVWXYZÄÖÑÜ§" +
        "¿abcdefghijklmno" +
        "pqrstuvwxyzäöñüà";

    /// <summary>The extension table: two septets each, an escape before the code.</summary>
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly byte[] Costs = TableOfCosts();

    /// <summary>Septets a character takes: 1, 2, or 0 where the alphabet does not have it.</summary>
    public static int Cost(char character) => character < Costs.Length ? Costs[character] : 0;

    /// <summary>Whether the alphabet has the character.</summary>
    public static bool Contains(char character) => Cost(character) > 0;

    /// <summary>Counts septets; false, and zero, where one character is outside the alphabet.</summary>
    public static bool TryMeasure(ReadOnlySpan<char> text, out int septets)
    {
        septets = 0;
        foreach (var character in text)
        {
            var cost = Cost(character);
            if (cost == 0)
            {
                septets = 0;
                return false;
            }

            septets += cost;
        }

        return true;
    }

    private static byte[] TableOfCosts()
    {
        var costs = new byte['€' + 1];
        foreach (var character in Basic)
            costs[character] = 1;

        foreach (var character in Extension)
            costs[character] = 2;

        // The escape announces the extension table; it is not a character a text can hold.
        costs[Escape] = 0;
        return costs;
    }
}
