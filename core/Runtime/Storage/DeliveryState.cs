namespace ChatChannels.Runtime.Storage;

/// <summary>Where a message stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its first or next try.</summary>
    Waiting,

    /// <summary>Its channel has no sender: it waits for one, without tries and past its time too, and is seen to when there is one.</summary>
    Unsent,

    /// <summary>Handed over.</summary>
    Delivered,

    /// <summary>Given up: refused for good, or tried too often.</summary>
    Failed,

    /// <summary>Past its time.</summary>
    Expired,
}
