namespace ChatChannels.Conversation.Flows;

/// <summary>The days of the week as content names them.</summary>
public static class Weekdays
{
    /// <summary>From Sunday, as <see cref="DayOfWeek"/> counts.</summary>
    public static readonly ImmutableArray<string> Names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static string Name(DayOfWeek day) => Names[(int)day];
}
