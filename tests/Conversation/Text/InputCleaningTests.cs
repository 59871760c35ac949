using System.Globalization;
using System.Text;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class InputCleaningTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \t\r\n ", "")]
    [InlineData("  Jean\t \n Mbarga ", "Jean Mbarga")]
    [InlineData("125\u00A0000\u202FFCFA", "125 000 FCFA")]
    [InlineData("e\u0301", "é")]
    [InlineData("e\u200D\u0301", "é")]
    [InlineData("\u200F١٢\u202C۳\u2069", "123")]
    [InlineData("a\0b\u0007c\u001B", "abc")]
    [InlineData("\uFEFFa\u200Bb\u200Ec\u00AD", "abc")]
    [InlineData("a \u200B b", "a b")]
    [InlineData("ok 😀", "ok 😀")]
    [InlineData("أحمد بن عليّ", "أحمد بن عليّ")]
    public void Clean_ATypedText_IsWhatWasMeant(string text, string clean) => Assert.Equal(clean, InputCleaning.Clean(text));

    [Fact]
    public void Clean_LoneSurrogates_AreRemoved()
    {
        Assert.Equal("ab", InputCleaning.Clean("a\uD83Db\uDE00"));
        Assert.Equal("", InputCleaning.Clean("\uDE00\uD83D"));
    }

    [Theory]
    [InlineData("abcdef", 3, "abc")]
    [InlineData("ab cd", 3, "ab")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("ab\u0628\u064E\u0651", 4, "ab")]
    [InlineData("👍🏾", 3, "")]
    [InlineData("abc", 0, "")]
    public void Clean_TooLong_IsCutAtAGrapheme(string text, int maximum, string clean) =>
        Assert.Equal(clean, InputCleaning.Clean(text, maximum));

    [Fact]
    public void Clean_VeryLong_HasTheDefaultMaximum() => Assert.Equal(400, InputCleaning.Clean(new string('a', 100_000)).Length);

    [Fact]
    public void Clean_AnyText_NeverThrowsAndIsCleanOnceForAll() => AnyText.IsStableUnder(static text => InputCleaning.Clean(text, 60));

    [Fact]
    public void Clean_AnyText_HoldsOnlyCleanCharacters() => AnyText.Obeys(static text =>
        InputCleaning.Clean(text, 60) is var clean
        && clean.Length <= 60
        && clean.IsNormalized(NormalizationForm.FormC)
        && clean.Trim().Length == clean.Length
        && !clean.Contains("  ", StringComparison.Ordinal)
        && clean.EnumerateRunes().All(static rune => IsClean(rune)));

    private static bool IsClean(Rune rune) =>
        (rune.Value is ' ' || !Rune.IsWhiteSpace(rune))
        && rune.Value is not ((>= 0x660 and <= 0x669) or (>= 0x6F0 and <= 0x6F9))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
