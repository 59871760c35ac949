using System.Text;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class LatinFoldingTests
{
    [Theory]
    [InlineData("ç", "c")]
    [InlineData("ê", "e")]
    [InlineData("ë", "e")]
    [InlineData("â", "a")]
    [InlineData("î", "i")]
    [InlineData("ï", "i")]
    [InlineData("ô", "o")]
    [InlineData("û", "u")]
    [InlineData("ÿ", "y")]
    [InlineData("À", "A")]
    [InlineData("Â", "A")]
    [InlineData("È", "E")]
    [InlineData("Ê", "E")]
    [InlineData("Ë", "E")]
    [InlineData("Î", "I")]
    [InlineData("Ï", "I")]
    [InlineData("Ô", "O")]
    [InlineData("Û", "U")]
    [InlineData("Ù", "U")]
    [InlineData("Ÿ", "Y")]
    [InlineData("œ", "oe")]
    [InlineData("Œ", "OE")]
    [InlineData("«", "\"")]
    [InlineData("»", "\"")]
    [InlineData("“", "\"")]
    [InlineData("”", "\"")]
    [InlineData("’", "'")]
    [InlineData("‘", "'")]
    [InlineData("`", "'")]
    [InlineData("…", "...")]
    [InlineData("–", "-")]
    [InlineData("—", "-")]
    [InlineData("\u2011", "-")]
    [InlineData("\u00A0", " ")]
    [InlineData("\u202F", " ")]
    [InlineData("°", "o")]
    [InlineData("n°", "no")]
    [InlineData("№", "No")]
    [InlineData("m²", "m2")]
    [InlineData("\uFEFFa\u00ADb", "ab")]
    public void ToGsm7_AFrenchSign_HasItsPlainSpelling(string text, string plain) => Assert.Equal(plain, LatinFolding.ToGsm7(text));

    [Theory]
    [InlineData("João Čapek", "Joao Capek")]
    [InlineData("Łukasz", "Lukasz")]
    [InlineData("ŋkɔ́ ɖeka ƒe ɣleti", "nko deka fe gleti")]
    [InlineData("Ɓamileke", "Bamileke")]
    [InlineData("Nguyễn", "Nguyen")]
    public void ToGsm7_OtherLatinLetters_BecomeTheirBase(string text, string plain) => Assert.Equal(plain, LatinFolding.ToGsm7(text));

    [Theory]
    [InlineData("é è à ù É Ç ñ ü ö Å ß æ Ø")]
    [InlineData("Müller")]
    [InlineData("10 € [a] {b} ~ ^ \\ |")]
    [InlineData("رصيدكم ١٢٥")]
    [InlineData("😀 ≠ ½")]
    public void ToGsm7_InTheAlphabetOrWithoutPlainSpelling_Stays(string text) => Assert.Equal(text, LatinFolding.ToGsm7(text));

    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("c\u0327a", "ca")]
    [InlineData("e\u0302", "e")]
    [InlineData("C\u0327", "Ç")]
    public void ToGsm7_Decomposed_IsComposedFirst(string text, string plain) => Assert.Equal(plain, LatinFolding.ToGsm7(text));

    [Fact]
    public void ToGsm7_AWholeFrenchSentence_IsGsm7()
    {
        var folded = LatinFolding.ToGsm7("« L’hôtel… » : ça coûte 125\u202F000 FCFA à l’œuvre — forêt d’août, Noël où ?");
        Assert.Equal("\" L'hotel... \" : ca coute 125 000 FCFA à l'oeuvre - foret d'aout, Noel où ?", folded);
        Assert.Equal(Alphabet.Gsm7, TextMeasure.Of(folded).Alphabet);
    }

    [Fact]
    public void ToGsm7_EveryLatinLetterWithADiacritic_IsGsm7()
    {
        var letters = Enumerable.Range(0xC0, 0x17F - 0xC0 + 1).Concat(Enumerable.Range(0x1E00, 0x1EFF - 0x1E00 + 1))
            .Select(static code => new Rune(code))
            .Where(static rune => Rune.IsLetter(rune) && rune.ToString().Normalize(NormalizationForm.FormD)[0] < 0x80);
        Assert.All(letters, static letter => Assert.Equal(Alphabet.Gsm7, TextMeasure.Of(LatinFolding.ToGsm7(letter.ToString())).Alphabet));
    }

    [Fact]
    public void ToGsm7_EveryCharacterBetweenLetters_IsAsInTheWholeText() => Assert.All(
        Enumerable.Range(0, char.MaxValue + 1).Where(code => !char.IsSurrogate((char)code)).Chunk(256),
        block => Assert.All(block, code =>
        {
            var text = $"e{(char)code}a{(char)code}ç";
            Assert.Equal(LatinFolding.AsAWhole(text), LatinFolding.ToGsm7(text));
        }));

    [Fact]
    public void ToGsm7_AnyText_IsAsFoldedInOnePiece() =>
        AnyText.Obeys(text => AnyText.IsSame(LatinFolding.AsAWhole(text), LatinFolding.ToGsm7(text)));

    [Fact]
    public void ToGsm7_AnyText_IsFoldedOnceForAll() => AnyText.IsStableUnder(LatinFolding.ToGsm7);
}
