using ChatChannels.Conversation.Answers;

namespace ChatChannels.Tests.Conversation.Answers;

public sealed class LuhnTests
{
    [Theory]
    [InlineData("7992739871", "79927398713")]
    [InlineData("123456789", "1234567897")]
    [InlineData("0", "00")]
    public void Append_Digits_AddsTheCheckDigit(string digits, string checkedDigits) => Assert.Equal(checkedDigits, Luhn.Append(digits));

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("١٢")]
    public void Append_OtherSigns_Throws(string digits) => Assert.Throws<ArgumentException>(() => Luhn.Append(digits));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("12a")]
    public void Holds_NoCheckedNumber_IsFalse(string digits) => Assert.False(Luhn.Holds(digits));

    [Fact]
    public void Holds_AnySingleSlip_IsFalse()
    {
        var number = Luhn.Append("202611200");
        var slips =
            from at in Enumerable.Range(0, number.Length)
            from digit in "0123456789"
            where digit != number[at]
            select number[..at] + digit + number[(at + 1)..];
        Assert.True(Luhn.Holds(number));
        Assert.All(slips, slip => Assert.False(Luhn.Holds(slip)));
    }
}
