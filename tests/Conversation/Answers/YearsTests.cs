using System.Globalization;
using ChatChannels.Conversation.Answers;

namespace ChatChannels.Tests.Conversation.Answers;

public sealed class YearsTests
{
    [Theory]
    [InlineData("2012-11-20", "2026-11-20", 14)]
    [InlineData("2012-11-21", "2026-11-20", 13)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2026-11-21", "2026-11-20", -1)]
    public void Completed_Birthday_CountsOnTheDay(string from, string to, int years) =>
        Assert.Equal(years, Years.Completed(Day(from), Day(to)));

    private static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
