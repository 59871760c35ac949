namespace ChatChannels.Services.Verification;

/// <summary>Where a reverse proof stands.</summary>
public enum ReverseState
{
    /// <summary>The code has not come, or not from that number.</summary>
    Waiting,

    /// <summary>It came from that number.</summary>
    Received,

    /// <summary>Its time is over, or it was used.</summary>
    Spent,
}
