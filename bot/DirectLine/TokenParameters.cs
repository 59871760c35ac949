using ChatChannels.Bot.Activities;

namespace ChatChannels.Bot.DirectLine;

/// <summary>What a client may say when it asks for a token or begins a conversation.</summary>
/// <param name="Locale">BCP 47.</param>
internal sealed record TokenParameters(ChannelAccount? User = null, string? Locale = null)
{
    /// <summary>How ids of users begin that a token vouches for.</summary>
    private const string Vouched = "dl_";
    private const int LongestUser = 120;

    /// <summary>Who speaks; null where nobody was named.</summary>
    public string? UserId => string.IsNullOrWhiteSpace(User?.Id) ? null : User.Id;

    /// <summary>Whether the user can be told from others.</summary>
    public bool IsInBounds => UserId is not { Length: > LongestUser };

    /// <summary>Whether a token may vouch for the user.</summary>
    public bool CanVouch => UserId is null || UserId.StartsWith(Vouched, StringComparison.Ordinal);
}
