namespace ChatChannels.Runtime.Storage;

/// <summary>Where a message stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its first or next try.</summary>
    Waiting,

    /// <summary>Handed over.</summary>
    Delivered,

    /// <summary>Given up: refused for good, or tried too often.</summary>
    Failed,

    /// <summary>Past its time.</summary>
    Expired,
}
