using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class SizeTests
{
    [Theory]
    [InlineData("", Alphabet.Gsm7, 0)]
    [InlineData("Solde €", Alphabet.Gsm7, 8)]
    [InlineData("Solde € ç", Alphabet.Ucs2, 9)]
    [InlineData("رصيد", Alphabet.Ucs2, 4)]
    [InlineData("😀", Alphabet.Ucs2, 2)]
    public void Of_AText_HasItsAlphabetAndUnits(string text, Alphabet alphabet, int units) =>
        Assert.Equal(new TextSize(alphabet, units), TextMeasure.Of(text));

    [Theory]
    [InlineData('a', 182, true)]
    [InlineData('a', 183, false)]
    [InlineData('€', 91, true)]
    [InlineData('€', 92, false)]
    [InlineData('م', 80, true)]
    [InlineData('م', 81, false)]
    public void Fit_AUssdScreen_GoesByTheTextsOwnAlphabet(char letter, int count, bool fits) =>
        Assert.Equal(fits, TextLimits.Ussd.Fit(new string(letter, count)));

    [Theory]
    [InlineData('a', 0, 0)]
    [InlineData('a', 1, 1)]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('€', 152, 2)]
    [InlineData('€', 153, 3)]
    [InlineData('م', 70, 1)]
    [InlineData('م', 71, 2)]
    [InlineData('م', 134, 2)]
    [InlineData('م', 135, 3)]
    public void Count_OneLetterManyTimes_IsCountedByPacking(char letter, int count, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(new string(letter, count)));

    [Theory]
    [InlineData(35, 1)]
    [InlineData(36, 2)]
    [InlineData(66, 2)]
    [InlineData(67, 3)]
    public void Count_SurrogatePairs_NeverStraddleTwoSegments(int emoji, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(string.Concat(Enumerable.Repeat("😀", emoji))));

    [Fact]
    public void Count_AnEscapeAtTheBoundary_MovesWholeToTheNextSegment()
    {
        Assert.Equal(2, SmsSegments.Count(new string('a', 151) + "€" + new string('a', 153)));
        Assert.Equal(3, SmsSegments.Count(new string('a', 152) + "€" + new string('a', 152)));
    }

    [Fact]
    public void Count_AnyText_IsBetweenTheIdealAndTwiceIt() => AnyText.Obeys(static text =>
    {
        var size = TextMeasure.Of(text);
        var (single, joined) = size.Alphabet is Alphabet.Gsm7 ? (160, 153) : (70, 67);
        var ideal = size.Units <= single ? Math.Min(size.Units, 1) : (size.Units + joined - 1) / joined;
        return SmsSegments.Count(text) is var count && count >= ideal && count <= 2 * ideal;
    });
}
