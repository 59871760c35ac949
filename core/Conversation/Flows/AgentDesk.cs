namespace ChatChannels.Conversation.Flows;

/// <summary>When and how people in chats are handed over to a fund's agents.</summary>
public sealed record AgentDesk
{
    /// <summary>Longer ahead no opening is sought: then the desk is closed for good.</summary>
    private const int DaysAhead = 60;

    /// <summary>When agents answer, by weekday, in the order of the day.</summary>
    public required ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> Week { get; init; }

    /// <summary>Days on which nobody answers.</summary>
    public required ImmutableHashSet<DateOnly> Holidays { get; init; }

    /// <summary>Whoever got no answer for so long is offered a call-back; in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>How many may wait at once.</summary>
    public required int Waiting { get; init; }

    /// <summary>The hours that are on at an instant in the fund's time, or null where the desk is closed.</summary>
    public OpenHours? At(DateTime local) => On(DateOnly.FromDateTime(local))
        .FirstOrDefault(hours => hours.From <= TimeOnly.FromDateTime(local) && TimeOnly.FromDateTime(local) < hours.Until);

    /// <summary>The next hours that begin behind an instant in the fund's time, or null where none are near.</summary>
    public (DateOnly Day, OpenHours Hours)? After(DateTime local)
    {
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            var day = DateOnly.FromDateTime(local).AddDays(ahead);
            if (On(day).FirstOrDefault(hours => day.ToDateTime(hours.From) > local) is { } next)
                return (day, next);
        }

        return null;
    }

    private ImmutableArray<OpenHours> On(DateOnly day) => Holidays.Contains(day) ? [] : Week.GetValueOrDefault(day.DayOfWeek, []);
}
