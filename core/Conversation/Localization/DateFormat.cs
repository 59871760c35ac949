using System.Globalization;

namespace ChatChannels.Conversation.Localization;

/// <summary>Dates and times with western digits, the same on every machine. The slash and the colon keep their order right to left.</summary>
public static class DateFormat
{
    /// <summary><c>05/03/2026</c>, the day first, in every language spoken here; English too, as its African countries write.</summary>
    public static string Show(DateOnly date, Language language) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>08:05</c>, of 24 hours.</summary>
    public static string ShowTime(TimeOnly time, Language language) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
