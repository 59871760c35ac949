namespace ChatChannels.Conversation.Answers;

/// <summary>Reckoning in whole years, without a time of day. A person born on 29 February comes of age on 1 March.</summary>
public static class Years
{
    /// <summary>The years completed from one date to another: a person's age. Negative where <paramref name="to"/> is earlier.</summary>
    public static int Completed(DateOnly from, DateOnly to) => (int)Math.Floor((Order(to) - Order(from)) / 10_000.0);

    /// <summary>A date as the number yyyymmdd: dates compare as these numbers, and a year is 10 000.</summary>
    internal static int Order(DateOnly date) => Order(date.Year, date.Month, date.Day);

    /// <summary>The same for a day that may not exist.</summary>
    internal static int Order(int year, int month, int day) => (year * 10_000) + (month * 100) + day;
}
