using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Tests.Conversation.Answers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+237650000001", "+237******001")]
    [InlineData("+22890000001", "+228*****001")]
    [InlineData("+212650000001", "+212******001")]
    public void ToString_AnyNumber_IsMasked(string e164, string masked) =>
        Assert.Equal(masked, $"{PhoneNumber.Parse(e164, "CM")}");

    [Fact]
    public void ToString_Default_IsMasked() => Assert.Equal("***", default(PhoneNumber).ToString());

    [Fact]
    public void TryParse_BareCallingCode_PrefersTheNationalNumber()
    {
        // 22 82 22 59 is no Togolese number; 228 22 25 96 96 is one with its calling code.
        Assert.True(PhoneNumber.TryParse("22822259696", "TG", out var number));
        Assert.Equal(("+22822259696", "TG", false), (number.E164, number.Country, number.IsMobile));
    }

    [Theory]
    [InlineData("", "CM")]
    [InlineData("+33612345678", "CM")]
    [InlineData("650000001", "FR")]
    public void TryParse_NoKnownNumber_IsFalse(string typed, string country) =>
        Assert.False(PhoneNumber.TryParse(typed, country, out _));

    [Fact]
    public void Parse_NoKnownNumber_DoesNotRepeatIt()
    {
        var refusal = Assert.Throws<FormatException>(() => PhoneNumber.Parse("4242", "CM"));
        Assert.DoesNotContain("4242", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_Examples_AreMobileNumbersOfTheirPlan() => Assert.All(
        PhonePlan.All,
        plan =>
        {
            var number = PhoneNumber.Parse(plan.Example, plan.Country);
            Assert.Equal((plan.Country, true, plan.Example), (number.Country, number.IsMobile, number.Show(plan.Country, Language.French)));
        });
}
