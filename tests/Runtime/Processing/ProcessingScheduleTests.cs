using System.Globalization;
using ChatChannels.Runtime.Processing;

namespace ChatChannels.Tests.Runtime.Processing;

public sealed class ProcessingScheduleTests
{
    [Theory]
    [InlineData("09:00:00", "00:15:00", "00:15:00")]
    [InlineData("09:00:01", "00:15:00", "00:14:59")]
    [InlineData("09:14:59.9999999", "00:15:00", "00:00:00.0000001")]
    [InlineData("23:50:00", "00:15:00", "00:10:00")]
    [InlineData("00:00:00", "1.00:00:00", "1.00:00:00")]
    [InlineData("18:00:00", "1.00:00:00", "06:00:00")]
    [InlineData("12:00:00.5", "00:00:01", "00:00:00.5")]
    public void UntilNext_Instant_IsTheRestOfItsInterval(string time, string every, string wait)
    {
        TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

        var now = new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero) + Span(time);

        Assert.Equal(Span(wait), ProcessingSchedule.UntilNext(now, Span(every)));
    }
}
