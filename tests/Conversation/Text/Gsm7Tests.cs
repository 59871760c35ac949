using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class Gsm7Tests
{
    /// <summary>The 127 characters of the basic table by code point, written apart from the code's own table.</summary>
    private static readonly int[] BasicTable =
    [
        0x40, 0xA3, 0x24, 0xA5, 0xE8, 0xE9, 0xF9, 0xEC, 0xF2, 0xC7, 0x0A, 0xD8, 0xF8, 0x0D, 0xC5, 0xE5,
        0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, 0xC6, 0xE6, 0xDF, 0xC9,
        0x20, 0x21, 0x22, 0x23, 0xA4, .. Enumerable.Range(0x25, 0x3F - 0x25 + 1),
        0xA1, .. Enumerable.Range('A', 26), 0xC4, 0xD6, 0xD1, 0xDC, 0xA7,
        0xBF, .. Enumerable.Range('a', 26), 0xE4, 0xF6, 0xF1, 0xFC, 0xE0,
    ];

    private static readonly int[] ExtensionTable = [0x0C, 0x5E, 0x7B, 0x7D, 0x5C, 0x5B, 0x7E, 0x5D, 0x7C, 0x20AC];

    [Fact]
    public void Cost_EveryCharacterThereIs_IsTheTablesOwn()
    {
        Assert.Equal(127, BasicTable.Distinct().Count());
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var expected = BasicTable.Contains(code) ? 1 : ExtensionTable.Contains(code) ? 2 : 0;
            Assert.True(Gsm7.Cost((char)code) == expected, $"U+{code:X4} costs {Gsm7.Cost((char)code)}, expected {expected}");
            Assert.Equal(expected > 0, Gsm7.Contains((char)code));
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Solde : 125 000 FCFA", 20)]
    [InlineData("é è à ù É Ç", 11)]
    [InlineData("10 €", 5)]
    [InlineData("{[~]}", 10)]
    public void TryMeasure_InTheAlphabet_CountsSeptets(string text, int septets)
    {
        Assert.True(Gsm7.TryMeasure(text, out var measured));
        Assert.Equal(septets, measured);
    }

    [Theory]
    [InlineData("français")]
    [InlineData("l’hôtel")]
    [InlineData("125\u202F000")]
    [InlineData("رصيدكم")]
    [InlineData("e\u0301")]
    [InlineData("😀")]
    [InlineData("\u001B")]
    public void TryMeasure_OutsideTheAlphabet_IsFalseAndZero(string text)
    {
        Assert.False(Gsm7.TryMeasure(text, out var measured));
        Assert.Equal(0, measured);
    }
}
