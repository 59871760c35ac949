namespace ChatChannels.Runtime.Delivery;

/// <summary>What came of handing a message over.</summary>
public enum SendResult
{
    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Not now: the carrier is down, slow or full.</summary>
    TryLater,

    /// <summary>Never: the address is wrong or blocked.</summary>
    Refused,
}
