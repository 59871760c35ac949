using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Localization;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, "fr", "0 FCFA")]
    [InlineData(999, "fr", "999 FCFA")]
    [InlineData(125_000, "fr", "125 000 FCFA")]
    [InlineData(1_234_567_890, "fr", "1 234 567 890 FCFA")]
    [InlineData(-125_000, "fr", "-125 000 FCFA")]
    [InlineData(125_000, "en", "125,000 FCFA")]
    [InlineData(125_000, "ar", "125\u00A0000 FCFA")]
    [InlineData(999, "ar", "999 FCFA")]
    [InlineData(125_000, "ee", "125 000 FCFA")]
    public void Show_AnAmount_IsGroupedAsItsLanguageWrites(long amount, string language, string shown) =>
        Assert.Equal(shown, AmountFormat.Show(amount, new Language(language), "FCFA"));

    [Fact]
    public void Show_TheLongestAmount_StaysInGsm7()
    {
        Assert.Equal("-9 223 372 036 854 775 808 FCFA", AmountFormat.Show(long.MinValue, Language.French, "FCFA"));
        Assert.Equal(Alphabet.Gsm7, TextMeasure.Of(AmountFormat.Show(long.MinValue, Language.French, "FCFA")).Alphabet);
        Assert.Equal(Alphabet.Gsm7, TextMeasure.Of(AmountFormat.Show(long.MinValue, Language.English, "FCFA")).Alphabet);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public void Show_ADateAndATime_AreTheSameInEveryLanguage(string code)
    {
        var language = new Language(code);
        Assert.Equal("05/03/2026", DateFormat.Show(new DateOnly(2026, 3, 5), language));
        Assert.Equal("31/12/0987", DateFormat.Show(new DateOnly(987, 12, 31), language));
        Assert.Equal("08:05", DateFormat.ShowTime(new TimeOnly(8, 5, 59), language));
        Assert.Equal("23:00", DateFormat.ShowTime(new TimeOnly(23, 0), language));
    }

    [Theory]
    [InlineData("", 4, "")]
    [InlineData("123", 4, "123")]
    [InlineData("1234", 4, "1234")]
    [InlineData("1234567890", 4, "1234 5678 90")]
    [InlineData("123456", 3, "123 456")]
    public void Show_Digits_StandInGroups(string digits, int size, string shown)
    {
        Assert.Equal(shown, GroupedDigits.Show(digits, size));
        Assert.Equal(shown, GroupedDigits.Show(digits, size, Language.French));
        Assert.Equal(shown.Replace(' ', '\u00A0'), GroupedDigits.Show(digits, size, Language.Arabic));
    }
}
