namespace ChatChannels.Bot.WhatsApp;

/// <summary>The time in which anything may be said to a person; after it only by an approved template.</summary>
internal static class ServiceWindow
{
    /// <summary>From the person's last message.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);
}
