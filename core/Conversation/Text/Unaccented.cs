namespace ChatChannels.Conversation.Text;

/// <summary>Plain spellings that Unicode's own decompositions do not give.</summary>
internal static class Unaccented
{
    /// <summary>
    /// The plain spelling of a sign or letter, or null: typography of French, and letters of Ewe, Kabiye, Fulfulde, Ewondo
    /// and other African Latin alphabets, European ones too.
    /// </summary>
    public static string? Of(int codePoint) => codePoint switch
    {
        'œ' => "oe",
        'Œ' => "OE",
        '«' or '»' or '“' or '”' or '„' or '‟' or '″' => "\"",
        '’' or '‘' or '‚' or '‛' or '‹' or '›' or '′' or '´' or '`' or 'ʼ' or 'ʻ' => "'",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '•' or '·' => "-",
        '°' => "o",
        '×' => "x",
        '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' => "",
        _ => LetterOf(codePoint),
    };

    private static string? LetterOf(int codePoint) => codePoint switch
    {
        'ɓ' => "b",
        'Ɓ' => "B",
        'đ' or 'ð' or 'ɖ' or 'ɗ' => "d",
        'Đ' or 'Ð' or 'Ɖ' or 'Ɗ' => "D",
        'ɛ' or 'ə' or 'ǝ' => "e",
        'Ɛ' or 'Ə' or 'Ǝ' => "E",
        'ƒ' => "f",
        'Ƒ' => "F",
        'ɣ' => "g",
        'Ɣ' => "G",
        'ħ' => "h",
        'Ħ' => "H",
        'ı' or 'ɩ' or 'ɨ' => "i",
        'Ɩ' or 'Ɨ' => "I",
        'ƙ' => "k",
        'Ƙ' => "K",
        'ł' => "l",
        'Ł' => "L",
        'ŋ' or 'ɲ' => "n",
        'Ŋ' or 'Ɲ' => "N",
        'ɔ' => "o",
        'Ɔ' => "O",
        'þ' => "th",
        'Þ' => "Th",
        'ʋ' or 'ʉ' => "u",
        'Ʋ' or 'Ʉ' => "U",
        'ƴ' => "y",
        'Ƴ' => "Y",
        _ => null,
    };
}
