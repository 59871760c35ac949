using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Tests.Conversation.Engine;

namespace ChatChannels.Tests.Conversation.Localization;

/// <summary>Numbers agree with what they count, by CLDR's rules and the units in the common texts.</summary>
public sealed class PluralTests
{
    [Theory]
    [InlineData("ar", 0, PluralCategory.Zero)]
    [InlineData("ar", 1, PluralCategory.One)]
    [InlineData("ar", 2, PluralCategory.Two)]
    [InlineData("ar", 3, PluralCategory.Few)]
    [InlineData("ar", 10, PluralCategory.Few)]
    [InlineData("ar", 11, PluralCategory.Many)]
    [InlineData("ar", 99, PluralCategory.Many)]
    [InlineData("ar", 100, PluralCategory.Other)]
    [InlineData("ar", 102, PluralCategory.Other)]
    [InlineData("ar", 103, PluralCategory.Few)]
    [InlineData("ar", 111, PluralCategory.Many)]
    [InlineData("ar", 1000, PluralCategory.Other)]
    [InlineData("fr", 0, PluralCategory.One)]
    [InlineData("fr", 1, PluralCategory.One)]
    [InlineData("fr", 2, PluralCategory.Other)]
    [InlineData("en", 0, PluralCategory.Other)]
    [InlineData("en", 1, PluralCategory.One)]
    [InlineData("en", 11, PluralCategory.Other)]
    public void Of_ANumber_IsOfTheFormThatCldrSays(string language, long number, PluralCategory form) =>
        Assert.Equal(form, PluralRules.Of(number, new Language(language)));

    [Theory]
    [InlineData("ar", "failures.name.short", "min", 2, "حرفان")]
    [InlineData("ar", "failures.name.short", "min", 3, "3 حروف")]
    [InlineData("ar", "failures.name.long", "max", 40, "40 حرفا")]
    [InlineData("ar", "failures.date.too-young", "min-age", 14, "14 سنة")]
    [InlineData("ar", "failures.rib.digits", "digits", 24, "24 رقما")]
    [InlineData("ar", "failures.code.digits", "digits", 8, "8 أرقام")]
    [InlineData("ar", "messages.code.sms", "minutes", 10, "10 دقائق")]
    [InlineData("ar", "messages.code.sms", "minutes", 15, "15 دقيقة")]
    [InlineData("ar", "messages.code.sms", "minutes", 60, "ساعة واحدة")]
    [InlineData("ar", "messages.code.sms", "minutes", 288, "5 ساعات")]
    [InlineData("fr", "messages.code.sms", "minutes", 60, "1 heure.")]
    [InlineData("fr", "messages.code.sms", "minutes", 90, "90 minutes")]
    [InlineData("fr", "messages.code.sms", "minutes", 121, "3 heures")]
    [InlineData("en", "messages.code.sms", "minutes", 720, "12 hours")]
    [InlineData("ar", "messages.paper-link.sms", "days", 7, "7 أيام")]
    [InlineData("ar", "messages.paper-link.sms", "days", 30, "30 يوما")]
    [InlineData("fr", "messages.code.sms", "minutes", 1, "1 minute.")]
    [InlineData("fr", "messages.code.sms", "minutes", 10, "10 minutes")]
    [InlineData("en", "messages.paper-link.sms", "days", 1, "1 day and")]
    public void Texts_WithANumber_AgreeWithIt(string language, string key, string value, int number, string words) =>
        Assert.Contains(words, Filled(Funds.Sample, language, key, value, number), StringComparison.Ordinal);

    /// <summary>Changed in one place, a rule is told rightly in all: what a text says of it is the policy's figure, not a figure typed in.</summary>
    [Fact]
    public void Texts_OfAPolicy_ShowItsFigureInTheWaysOfTheLanguage()
    {
        Assert.Contains("15 minutes", Filled(Funds.Sample, "fr", "pre-registration.validated.say", "case-number", 1), StringComparison.Ordinal);
        Assert.Contains("36 270 à 750 000", Funds.Sample.Texts.Plain(Language.French, "person-form.monthly-income.ask"), StringComparison.Ordinal);
        Assert.Contains("36,270 to 750,000", Funds.Sample.Texts.Plain(Language.English, "person-form.monthly-income.ask"), StringComparison.Ordinal);
        Assert.Contains("36\u00A0270", Funds.Sample.Texts.Plain(Language.Arabic, "person-form.monthly-income.ask"), StringComparison.Ordinal);
    }

    private static string Filled(Fund fund, string language, string key, string value, int number)
    {
        var template = fund.Texts[new Language(language), key];
        return template.Fill(template.Placeholders.ToImmutableDictionary(
            name => name, name => string.Equals(name, value, StringComparison.Ordinal) ? number.ToString(CultureInfo.InvariantCulture) : "?", StringComparer.Ordinal));
    }
}
