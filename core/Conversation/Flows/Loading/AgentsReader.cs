using System.Globalization;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads under <c>agents</c> when people are handed over to a fund's agents.</summary>
internal sealed class AgentsReader(Source source)
{
    private readonly Source _source = source;

    public AgentDesk? Read(Node.Map? agents)
    {
        if (agents is null)
            return null;
        _source.Allow(agents, "minutes", "waiting", "hours", "holidays");
        return new AgentDesk
        {
            Minutes = _source.RequiredNumber(agents, "minutes") ?? 1,
            Waiting = _source.RequiredNumber(agents, "waiting") ?? 1,
            Week = _source.RequiredMap(agents, "hours") is { } week ? ReadWeek(week) : ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>>.Empty,
            Holidays = [.. _source.Located(agents.Find("holidays")?.Value, "holidays").Select(ReadDay).OfType<DateOnly>()],
        };
    }

    private ImmutableDictionary<DayOfWeek, ImmutableArray<OpenHours>> ReadWeek(Node.Map week)
    {
        _source.Allow(week, Weekdays.Names.AsSpan());
        return week.Entries.Where(entry => Weekdays.Names.Contains(entry.Key, StringComparer.Ordinal))
            .ToImmutableDictionary(entry => (DayOfWeek)Weekdays.Names.IndexOf(entry.Key, StringComparer.Ordinal), ReadHours);
    }

    private ImmutableArray<OpenHours> ReadHours(Node.Entry day)
    {
        var read = _source.Located(day.Value, day.Key);
        ImmutableArray<OpenHours> hours = [.. read.Select(ReadHours).OfType<OpenHours>()];
        foreach (var (later, i) in hours.Skip(1).Select((later, i) => (later, i)))
            if (later.From < hours[i].Until)
                _source.Report("agent-hours", day.Line, $"The hours of {day.Key} must follow each other.");
        return hours;
    }

    private OpenHours? ReadHours(Node.Scalar item)
    {
        if (item.Text.Split('-') is [var from, var until] && Time(from) is { } opens && Time(until) is { } closes && opens < closes)
            return new OpenHours(opens, closes);
        _source.Report("agent-hours", item.Line, $"'{item.Text}' are no hours; 08:00-16:30 are.");
        return null;
    }

    private DateOnly? ReadDay(Node.Scalar item)
    {
        if (DateOnly.TryParseExact(item.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        _source.Report("holiday", item.Line, $"'{item.Text}' is no day; 2026-05-20 is.");
        return null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
