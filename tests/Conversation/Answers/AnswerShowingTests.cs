using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Conversation.Answers;

public sealed class AnswerShowingTests
{
    [Theory]
    [InlineData("name", "NGONO", "NGONO")]
    [InlineData("date", "1990-12-05", "05/12/1990")]
    [InlineData("phone", "+237650000001", "6 50 00 00 01")]
    [InlineData("phone", "+212650000001", "+212 6 50 00 00 01")]
    [InlineData("phone@MA", "+212650000001", "06 50 00 00 01")]
    [InlineData("phone@TG", "+22890000001", "90 00 00 01")]
    [InlineData("money", "150000", "150 000 FCFA")]
    [InlineData("code", "12345678", "1234 5678")]
    [InlineData("case-number", "1234567897", "123 456 7897")]
    [InlineData("rib", "011519000001205000534921", "011 519 0000012050005349 21")]
    [InlineData("yes-no", "yes", "Oui")]
    [InlineData("yes-no", "no", "Non")]
    public void Show_Canonical_IsAsPeopleWriteIt(string type, string canonical, string shown)
    {
        var line = new AnswerCase(type, "", "", canonical);
        Assert.Equal(shown, line.AnswerType.Show(canonical, line.AnswerSettings, line.Context));
    }

    [Theory]
    [InlineData("phone", "+212650000001", "06\u00A050\u00A000\u00A000\u00A001")]
    [InlineData("phone", "+22890000001", "+228\u00A090\u00A000\u00A000\u00A001")]
    [InlineData("case-number", "1234567897", "123\u00A0456\u00A07897")]
    public void Show_ArabicReader_KeepsNumbersWhole(string type, string canonical, string shown)
    {
        var context = AnswerCase.ContextOf("MA") with { Language = Language.Arabic };
        Assert.Equal(shown, AnswerTypes.Find(type)!.Show(canonical, AnswerSettings.None, context));
    }

    [Theory]
    [InlineData("phone", "+33612345678")]
    [InlineData("phone", "c5b1f0")]
    [InlineData("date", "1990-13-45")]
    [InlineData("money", "beaucoup")]
    [InlineData("rib", "0115")]
    [InlineData("case-number", "")]
    public void Show_NoCanonicalForm_IsShownAsItIs(string type, string stored) =>
        Assert.Equal(stored, AnswerTypes.Find(type)!.Show(stored, AnswerSettings.None, AnswerCase.ContextOf("CM")));

    [Theory]
    [InlineData("ar", "yes", "نعم")]
    [InlineData("ar", "no", "لا")]
    [InlineData("en", "yes", "Yes")]
    [InlineData("en", "no", "No")]
    public void Show_YesNo_IsInTheReadersLanguage(string language, string canonical, string shown)
    {
        var context = AnswerCase.ContextOf("MA") with { Language = new Language(language) };
        Assert.Equal(shown, AnswerTypes.Find("yes-no")!.Show(canonical, AnswerSettings.None, context));
    }

    [Theory]
    [InlineData("name", "", 40)]
    [InlineData("name", "max-length=12", 12)]
    [InlineData("place", "", 60)]
    [InlineData("text", "max-length=80", 80)]
    [InlineData("email", "", 60)]
    [InlineData("email", "max-length=254", 254)]
    [InlineData("phone", "", 13)]
    [InlineData("phone", "countries=CM TG MA", 18)]
    [InlineData("document", "", 20)]
    [InlineData("document", "pattern=[A-Z]{1,2}[0-9]{1,6}; example=A1", 8)]
    [InlineData("registration-number", "pattern=[0-9]{8,13}[A-Z]?; example=12345678", 14)]
    [InlineData("number", "min=-100; max=9", 4)]
    [InlineData("money", "max=750000", 12)]
    [InlineData("code", "", 9)]
    [InlineData("case-number", "", 12)]
    [InlineData("rib", "", 27)]
    public void Widest_OfType_ShowsThatManyCharacters(string type, string settings, int length)
    {
        var line = new AnswerCase(type, settings, "", "");
        var widest = line.AnswerType.Widest(line.AnswerSettings, line.Context);
        Assert.Equal(length, line.AnswerType.Show(widest, line.AnswerSettings, line.Context).Length);
    }

    [Fact]
    public void Widest_OfEveryType_IsAnAnswer() => Assert.All(
        AnswerTypes.All,
        type =>
        {
            var context = AnswerCase.ContextOf("CM");
            var widest = type.Widest(AnswerSettings.None, context);
            Assert.Equal(new AnswerReading.Accepted(widest), type.Read(widest, AnswerSettings.None, context));
        });

    [Fact]
    public void UsualLength_OfEveryType_IsWhatAThumbCanType() =>
        Assert.All(AnswerTypes.All, type => Assert.InRange(type.UsualLength(AnswerSettings.None), 1, 40));
}
