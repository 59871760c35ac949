using ChatChannels.Conversation.Answers;

namespace ChatChannels.Tests.Conversation.Answers;

public sealed class AnswerTypesTests
{
    public static TheoryData<string, string, string, string> Cases =>
        [.. AnswerCases.All.Select(line => (line.Type, line.Settings, line.Typed, line.Expected))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_LineOfTheTables_IsAsWritten(string type, string settings, string typed, string expected)
    {
        var line = new AnswerCase(type, settings, typed, expected);
        Assert.Empty(line.AnswerType.CheckSettings(line.AnswerSettings));
        Assert.Equal(expected, line.Actual());
    }

    [Fact]
    public void FailureCodes_OfAllTypes_AreExactlyThoseOfTheTables()
    {
        var declared = AnswerTypes.All.SelectMany(type => type.FailureCodes.Select(code => (type.Name, code))).Order();
        var produced = AnswerCases.All
            .Where(line => line.IsRejection)
            .Select(line => (line.AnswerType.Name, line.Actual().Split("; ")[0][2..]))
            .Distinct()
            .Order();
        Assert.Equal(declared, produced);
    }

    [Fact]
    public void Find_EveryName_IsUniqueAndFound() =>
        Assert.All(AnswerTypes.All, type => Assert.Same(type, AnswerTypes.Find(type.Name)));

    [Fact]
    public void Find_UnknownName_IsNull() => Assert.Null(AnswerTypes.Find("colour"));

    [Theory]
    [InlineData("name", "min-lenght=3", "'min-lenght' is not a setting of this answer type")]
    [InlineData("name", "max-length=61", "'max-length' must be a whole number from 2 to 60, not '61'")]
    [InlineData("name", "min-length=9; max-length=8", "'min-length' (9) is more than 'max-length' (8)")]
    [InlineData("name", "min-length=50", "'min-length' (50) is more than 'max-length' (40)")]
    [InlineData("number", "min=douze", "'min' must be a whole number from -999999999999999 to 999999999999999, not 'douze'")]
    [InlineData("number", "unit=hours", "'unit' must be months or people or years, not 'hours'")]
    [InlineData("date", "past=yes", "'past' must be true or false, not 'yes'")]
    [InlineData("date", "past=true; future=true", "'future' contradicts 'past', 'min-age' and 'max-age'")]
    [InlineData("date", "min-age=60; max-age=14", "'min-age' (60) is more than 'max-age' (14)")]
    [InlineData("phone", "countries=", "'countries' is empty")]
    [InlineData("phone", "countries=CM FR", "'countries': no phone plan of 'FR'")]
    [InlineData("document", "pattern=[0-9]{8}", "'pattern' needs an 'example' that matches it")]
    [InlineData("document", "pattern=[0-9]{8}; example=123", "'example' (123) does not match 'pattern' ([0-9]{8})")]
    [InlineData("document", "example=12", "'example' (12) does not match 'pattern' ([A-Z0-9]{4,20})")]
    public void CheckSettings_Defect_IsNamed(string type, string settings, string defect) =>
        Assert.Equal([defect], AnswerTypes.Find(type)!.CheckSettings(AnswerCase.SettingsOf(settings)));

    [Theory]
    [InlineData("[0-9")]
    [InlineData("a)|(b")]
    [InlineData("(?=A)A1")]
    [InlineData(@"([A-Z])\1")]
    [InlineData("(?x)A1#")]
    public void CheckSettings_PatternThatCannotRun_IsRefused(string pattern)
    {
        var defects = AnswerTypes.Find("document")!.CheckSettings(AnswerCase.SettingsOf($"pattern={pattern}; example=A1"));
        Assert.StartsWith("'pattern' cannot be used", Assert.Single(defects), StringComparison.Ordinal);
    }

    [Fact]
    public void CheckSettings_EndlessPattern_IsRefused() =>
        Assert.Equal(
            ["'pattern' is longer than 100 characters"],
            AnswerTypes.Find("document")!.CheckSettings(AnswerCase.SettingsOf($"pattern={new string('A', 101)}; example=A")));
}
