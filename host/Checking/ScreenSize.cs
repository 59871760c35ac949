using ChatChannels.Conversation.Text;

namespace ChatChannels.Host.Checking;

/// <summary>What a prompt takes on a phone: its fullest page against the room that page has, and how many pages there are.</summary>
/// <param name="Fits">Whether every page, and every line that must stay whole, keeps within its room.</param>
internal sealed record ScreenSize(TextSize Fullest, int Room, int Pages, bool Fits)
{
    /// <summary>Of two sizes the harder one to show: more pages, then a fuller page.</summary>
    public static ScreenSize Larger(ScreenSize one, ScreenSize other) => new(
        one.Share >= other.Share ? one.Fullest : other.Fullest,
        one.Share >= other.Share ? one.Room : other.Room,
        Math.Max(one.Pages, other.Pages),
        one.Fits && other.Fits);

    private double Share => (double)Fullest.Units / Room;
}
