namespace ChatChannels.Runtime.Delivery;

/// <summary>What is known of a part of a message that was handed over. Ordered: what is learnt later counts only if it is higher.</summary>
public enum DispatchState
{
    /// <summary>About to be handed over; whether it was, nobody may know.</summary>
    Begun,

    /// <summary>The carrier has taken it.</summary>
    Taken,

    /// <summary>It has left the carrier.</summary>
    Sent,

    /// <summary>The carrier took it and could not deliver it.</summary>
    Failed,

    /// <summary>It has reached the person's device, which no failure undoes.</summary>
    Delivered,

    /// <summary>The person has seen it.</summary>
    Read,
}
