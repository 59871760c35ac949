using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Tests.Conversation.Flows;

public sealed class AgentDeskTests
{
    private static readonly OpenHours Morning = new(new TimeOnly(8, 0), new TimeOnly(12, 0));
    private static readonly OpenHours Afternoon = new(new TimeOnly(14, 30), new TimeOnly(17, 0));

    /// <summary>Thursdays and Fridays; Friday the 6th is a holiday.</summary>
    private static readonly AgentDesk Desk = new()
    {
        Minutes = 10,
        Waiting = 5,
        Week = ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty
            .Add(DayOfWeek.Thursday, [Morning, Afternoon])
            .Add(DayOfWeek.Friday, [Morning]),
        Holidays = [new DateOnly(2026, 3, 6)],
    };

    [Theory]
    [InlineData("2026-03-05T07:59:59", null)]
    [InlineData("2026-03-05T08:00:00", 12)]
    [InlineData("2026-03-05T11:59:59", 12)]
    [InlineData("2026-03-05T12:00:00", null)]
    [InlineData("2026-03-05T14:30:00", 17)]
    [InlineData("2026-03-06T09:00:00", null)]
    [InlineData("2026-03-07T09:00:00", null)]
    [InlineData("2026-03-13T09:00:00", 12)]
    public void At_Instant_IsOpenFromTheBeginningToBeforeTheEnd(string local, int? until) => Assert.Equal(until, Desk.At(DateTime.Parse(local, null))?.Until.Hour);

    [Theory]
    [InlineData("2026-03-05T07:00:00", "2026-03-05", 8)]
    [InlineData("2026-03-05T13:00:00", "2026-03-05", 14)]
    [InlineData("2026-03-05T18:00:00", "2026-03-12", 8)]
    [InlineData("2026-03-12T18:00:00", "2026-03-13", 8)]
    public void After_Instant_PassesOverTheDaysOnWhichNobodyAnswers(string local, string day, int from)
    {
        var next = Desk.After(DateTime.Parse(local, null));

        Assert.Equal((DateOnly.Parse(day, null), from), (next!.Value.Day, next.Value.Hours.From.Hour));
    }

    [Fact]
    public void After_NoDayAtAll_IsNone() =>
        Assert.Null((Desk with { Week = ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty }).After(new DateTime(2026, 3, 5, 9, 0, 0, DateTimeKind.Unspecified)));
}
