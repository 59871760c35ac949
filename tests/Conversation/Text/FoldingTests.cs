using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Yaoundé", "yaounde")]
    [InlineData("YAOUNDE\u0301", "yaounde")]
    [InlineData("  Noël   d’Août ", "noel d'aout")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("Straße", "strasse")]
    [InlineData("Ŋkɔ́", "nko")]
    [InlineData("ＣＮＰＳ", "cnps")]
    public void ForMatching_Latin_IsPlainLowerCase(string text, string folded) => Assert.Equal(folded, Folding.ForMatching(text));

    [Theory]
    [InlineData("أحمد", "احمد")]
    [InlineData("إدريس", "ادريس")]
    [InlineData("آمنة", "امنه")]
    [InlineData("ٱلله", "الله")]
    [InlineData("مصطفى", "مصطفي")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("علی", "علي")]
    [InlineData("کریم", "كريم")]
    [InlineData("مـــحمد", "محمد")]
    [InlineData("مُحَمَّدٌ", "محمد")]
    [InlineData("مؤمن", "مومن")]
    [InlineData("عائشة", "عايشه")]
    [InlineData("\uFEFB", "لا")]
    [InlineData("\uFE8D\uFEDF\uFEB4\uFEFC\uFEE1", "السلام")]
    [InlineData("٣ ۷", "3 7")]
    [InlineData("\u200Fنعم\u200E", "نعم")]
    public void ForMatching_Arabic_IsItsPlainLetters(string text, string folded) => Assert.Equal(folded, Folding.ForMatching(text));

    [Theory]
    [InlineData("أحمد", "حمد")]
    [InlineData("oui", "non")]
    [InlineData("\u0628", "\u062A")]
    public void ForMatching_DifferentWords_StayDifferent(string one, string other) =>
        Assert.NotEqual(Folding.ForMatching(one), Folding.ForMatching(other), StringComparer.Ordinal);

    [Fact]
    public void ForMatching_AnyText_IsFoldedOnceForAll() => AnyText.IsStableUnder(Folding.ForMatching);

    [Fact]
    public void WesternDigits_BothArabicRows_BecomeWestern()
    {
        Assert.Equal("0123456789", WesternDigits.Of("٠١٢٣٤٥٦٧٨٩"));
        Assert.Equal("0123456789", WesternDigits.Of("۰۱۲۳۴۵۶۷۸۹"));
        Assert.Equal("رقم 12", WesternDigits.Of("رقم ١۲"));
    }

    [Fact]
    public void WesternDigits_NothingToRead_IsTheSameString()
    {
        const string text = "Immatriculation 123";
        Assert.Same(text, WesternDigits.Of(text));
    }

    [Fact]
    public void IsolateLeftToRight_ANumber_StandsBetweenTheIsolates() =>
        Assert.Equal("\u2066+237 650\u2069", Bidi.IsolateLeftToRight("+237 650"));

    [Theory]
    [InlineData("الرمز 7286 3731.", "الرمز <7286 3731>.")]
    [InlineData("اطلبوا *237*1#", "اطلبوا <*237*1#>")]
    [InlineData("الهاتف: +237 6 50 00 00 11", "الهاتف: <+237 6 50 00 00 11>")]
    [InlineData("يوم 14/03/1994، ثم 15", "يوم <14/03/1994>، ثم 15")]
    [InlineData("1. 100000301 مرفوض", "1. 100000301 مرفوض")]
    [InlineData("0 رجوع، 00 القائمة", "0 رجوع، 00 القائمة")]
    [InlineData("الاسم: ALINE EXEMPLE", "الاسم: ALINE EXEMPLE")]
    [InlineData("الرقم AB-12", "الرقم <AB-12>")]
    [InlineData("", "")]
    public void IsolateNumbers_OfSeveralParts_StandBetweenTheIsolates(string text, string isolated) =>
        Assert.Equal(isolated.Replace('<', '\u2066').Replace('>', '\u2069'), Bidi.IsolateNumbers(text));
}
