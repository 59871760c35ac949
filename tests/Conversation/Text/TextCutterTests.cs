using System.Globalization;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class TextCutterTests
{
    private static readonly TextLimits Ten = new(10, 5);

    [Theory]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData(" court ", "court")]
    [InlineData("un deux trois", "un deux|trois")]
    [InlineData("un deux   \t  trois", "un deux|trois")]
    [InlineData("1. Solde\n2. Aide", "1. Solde|2. Aide")]
    [InlineData("un\ndeux\ntrois", "un\ndeux|trois")]
    [InlineData("un\r\ndeux trois", "un|deux trois")]
    [InlineData("un\ndeux trois quatre", "un\ndeux|trois|quatre")]
    [InlineData("anticonstitutionnel", "anticonsti|tutionnel")]
    [InlineData("le anticonstitutionnel", "le|anticonsti|tutionnel")]
    [InlineData("€€€€€€", "€€€€€|€")]
    [InlineData("aaaaaaaaa€b", "aaaaaaaaa|€b")]
    [InlineData("رصيدك اليوم", "رصيدك|اليوم")]
    [InlineData("bonjour رصيدك", "bonjour|رصيدك")]
    [InlineData("😀😀😀", "😀😀|😀")]
    [InlineData("solde 125 000", "solde|125 000")]
    [InlineData("solde 125\u00A0000", "solde|125\u00A00|00")]
    [InlineData("123 456 789 012", "123 456 78|9 012")]
    public void Cut_ToTenSeptetsOrFiveUnits_PrefersLinesThenWords(string text, string parts) =>
        Assert.Equal(parts, string.Join('|', TextCutter.Cut(text, Ten)));

    [Theory]
    [InlineData("👨‍👩‍👧")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305")]
    [InlineData("🇨🇲🇹🇬")]
    public void Cut_GraphemesLongerThanAPart_AreGivenWhole(string text)
    {
        var parts = TextCutter.Cut("ab" + text, new TextLimits(2, 2));
        Assert.Equal("ab" + text, string.Concat(parts));
        Assert.Equal(Elements(text), parts.Skip(1), StringComparer.Ordinal);
    }

    [Fact]
    public void Take_WithLimitsThatVary_GoesOnWithTheRest()
    {
        var first = TextCutter.Take("un deux trois quatre", static head => head.Length <= 8);
        Assert.Equal(new TextCut("un deux", "trois quatre"), first);
        Assert.Equal(new TextCut("trois quatre", ""), TextCutter.Take(first.Rest, static head => head.Length <= 12));
    }

    [Fact]
    public void Take_NothingFits_StillTakesOneGrapheme() =>
        Assert.Equal(new TextCut("👍🏾", "a"), TextCutter.Take("👍🏾a", static _ => false));

    [Fact]
    public void Cut_AnyText_EveryPartFitsOrIsOneGrapheme() => AnyText.Obeys(static text =>
        TextCutter.Cut(text, Ten).All(static part => Ten.Fit(part) || Elements(part).Length == 1));

    [Fact]
    public void Cut_AnyText_LosesNothingButWhiteSpace() => AnyText.Obeys(static text =>
        AnyText.IsSame(Solid(text), Solid(string.Concat(TextCutter.Cut(text, Ten)))));

    [Fact]
    public void Cut_AnyText_SplitsNoGrapheme() => AnyText.Obeys(static text =>
        TextCutter.Cut(text, Ten).SelectMany(Elements).Where(IsSolid).SequenceEqual(Elements(text).Where(IsSolid), StringComparer.Ordinal));

    [Fact]
    public void Take_AnyTextThatNeverFits_TakesOneGraphemeAtATime() => AnyText.Obeys(static text =>
        TextCutter.Take(text, static _ => false) is var cut
        && Elements(cut.Head).Length <= 1
        && (cut.Head.Length > 0 || !IsSolid(text))
        && cut.Rest.Length <= text.Length - cut.Head.Length);

    [Fact]
    public void Take_AnyTextThatFits_IsWhole() => AnyText.Obeys(static text =>
        TextCutter.Take(text, static _ => true) is { Rest: "" } cut && AnyText.IsSame(Solid(text), Solid(cut.Head)));

    private static string[] Elements(string text) => [.. Split(text)];

    private static IEnumerable<string> Split(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private static bool IsSolid(string element) => !string.IsNullOrWhiteSpace(element);

    private static string Solid(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
}
