namespace ChatChannels.Services.Verification;

/// <summary>What came of a try.</summary>
public enum CodeVerdict
{
    /// <summary>The code matches; it counts once it is used up in the transaction of the turn.</summary>
    Right,

    Wrong,

    /// <summary>There is nothing to try any more: expired, used, or tried as often as may be.</summary>
    Spent,

    /// <summary>The line has failed too often today.</summary>
    Locked,
}
